package io.gort.camel.streams.consumer;

import java.time.Duration;

/**
 * Says whether entries may go into work: not before it is opened, not while it is shut, and never after it is closed.
 */
final class Gate {

    private boolean open;
    private boolean closed;

    synchronized boolean isOpen() {
        return open && !closed;
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    /** Until it is opened again. */
    synchronized void shut() {
        open = false;
        notifyAll();
    }

    /** For good. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits until it is open; false if it is closed instead. */
    synchronized boolean awaitOpen() throws InterruptedException {
        while (!open && !closed) {
            wait();
        }
        return !closed;
    }

    /** Waits for so long, or until it is shut or closed. */
    synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); open && !closed && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
