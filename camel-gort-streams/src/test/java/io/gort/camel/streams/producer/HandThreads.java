package io.gort.camel.streams.producer;

import io.gort.camel.streams.consumer.HandTimer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Threads that run when a test says so, on its own thread. */
final class HandThreads {

    final Deque<Runnable> senders = new ArrayDeque<>();
    final Deque<Runnable> completers = new ArrayDeque<>();
    final HandTimer timer = new HandTimer();

    PublisherThreads threads() {
        return new PublisherThreads(senders::add, completers::add, timer);
    }

    /** Runs senders and completers until there is nothing left for them to do. */
    void run() {
        while (!senders.isEmpty() || !completers.isEmpty()) {
            (senders.isEmpty() ? completers : senders).remove().run();
        }
    }

    /** Lets every wait that somebody has asked for pass, then runs the others. */
    void letTimePass() {
        timer.runPlanned();
        run();
    }
}
