package io.gort.camel.streams.producer;

import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends entries in pipelines: one at a time, so that they fill up; more only while one is slow. Streams that are in trouble
 * have a way of their own.
 */
final class EntrySender {

    private static final Logger LOG = LoggerFactory.getLogger(EntrySender.class);

    /** What waits behind a pipeline that takes longer gets another way. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final String name;
    private final StreamClient client;
    private final PublisherSettings settings;
    private final PublisherThreads threads;
    private final WhenDone whenDone;

    // what follows is used under the lock of this object only

    private final StreamLines lines;
    private int busyWays;
    private long started;
    private boolean tryingAgain;
    private boolean watching;
    private boolean closed;
    private boolean over;

    /** Is told, without a lock, which publications are done by what a thread of the senders did. */
    interface WhenDone {

        /**
         * Goes on with publications on other threads.
         *
         * @param done may be none
         */
        void goOn(List<Publication> done);

        /**
         * Goes on with publications, on this thread as long as that takes no time.
         *
         * @param done     may be none
         * @param leaveWay lets another thread send in place of this one, if this one is to wait for entries itself
         */
        void goOnHere(List<Publication> done, Runnable leaveWay);
    }

    /** A thread that sends what is ready, pipeline by pipeline, until nothing is. */
    private final class Way implements Runnable {

        private boolean left; // under the lock of the sender

        @Override
        public void run() {
            try {
                for (Pipeline next = take(); next != null; next = take()) {
                    whenDone.goOnHere(send(next), this::leave);
                }
            } finally {
                leave();
            }
        }

        private @Nullable Pipeline take() {
            synchronized (EntrySender.this) {
                Pipeline next = left ? null : lines.take(false);
                if (next == null) {
                    leave();
                } else {
                    started++;
                }
                return next;
            }
        }

        private void leave() {
            synchronized (EntrySender.this) {
                if (!left) {
                    left = true;
                    busyWays--;
                    keepGoing();
                }
            }
        }
    }

    EntrySender(
            String name, StreamClient client, PublisherSettings settings, PublisherThreads threads, WhenDone whenDone) {
        this.name = name;
        this.client = client;
        this.settings = settings;
        this.threads = threads;
        this.whenDone = whenDone;
        this.lines = new StreamLines(settings.maxPipelined());
    }

    /** A pipeline of the publication alone, which the caller must send; null if it has to queue. */
    synchronized @Nullable Pipeline start(Publication publication) {
        requireOpen();
        if (busyWays > 0 || !lines.isEmpty() || publication.size() > settings.maxPipelined()) {
            return null;
        }
        busyWays++;
        started++;
        return lines.startWith(publication.additions());
    }

    /** Sends what was started, on the caller's thread; tells whether the publication is done. */
    boolean sendHere(Pipeline alone, Publication publication) {
        List<Publication> done = send(alone);
        synchronized (this) {
            busyWays--;
            keepGoing();
        }
        return done.contains(publication);
    }

    /** Leaves the publication to the threads of the senders. */
    synchronized void enqueue(Publication publication) {
        requireOpen();
        lines.add(publication.additions());
        keepGoing();
    }

    /** Refuses publications from now on, waits until all are done, and gives up what is not sent by then. */
    boolean close(Duration longest) {
        List<Publication> done = new ArrayList<>();
        boolean drained;
        synchronized (this) {
            closed = true;
            awaitDrained(System.nanoTime() + longest.toNanos());
            over = true;
            drained = lines.isEmpty();
            for (Addition addition : lines.clear()) {
                RuntimeException stopped = new RejectedExecutionException(
                        name + ": stopped before an entry for "
                                + addition.entry().streamKey() + " was added",
                        addition.lastCause());
                if (addition.settle(new AddOutcome.NotAdded(stopped))) {
                    done.add(addition.publication());
                }
            }
        }
        whenDone.goOn(done);
        return drained;
    }

    private void sendAgain() {
        for (Pipeline next = nextAgain(); next != null; next = nextAgain()) {
            whenDone.goOn(send(next));
        }
    }

    private synchronized @Nullable Pipeline nextAgain() {
        Pipeline next = lines.take(true);
        tryingAgain = next != null;
        return next;
    }

    /** Sends a pipeline; gives the publications that are done by it. */
    private List<Publication> send(Pipeline pipeline) {
        List<AddOutcome> outcomes;
        try {
            outcomes = client.addAll(pipeline.entries());
        } catch (RuntimeException e) {
            outcomes = nobodyKnows(pipeline, e);
        } catch (Error e) {
            outcomes = nobodyKnows(pipeline, new IllegalStateException(name + ": " + e, e));
        }
        return settle(pipeline, outcomes);
    }

    private static List<AddOutcome> nobodyKnows(Pipeline pipeline, RuntimeException cause) {
        return Collections.nCopies(pipeline.additions().size(), new AddOutcome.Unknown(cause));
    }

    private synchronized List<Publication> settle(Pipeline pipeline, List<AddOutcome> outcomes) {
        List<Addition> again = new ArrayList<>();
        List<Publication> done = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Addition addition = pipeline.additions().get(i);
            AddOutcome outcome = outcomes.get(i);
            noteHealth(addition, outcome);
            if (outcome instanceof AddOutcome.Failed failed && addition.triesAgainAfter(failed) && !over) {
                again.add(addition);
            } else if (addition.settle(outcome)) {
                done.add(addition.publication());
            }
        }
        for (StreamLine line : lines.end(pipeline, again)) {
            after(line.waiting().element().pause(), () -> resume(line));
        }
        keepGoing();
        if (closed && lines.isEmpty()) {
            notifyAll();
        }
        return done;
    }

    /** Tells the beginning and the end of an outage, and each once. */
    private void noteHealth(Addition addition, AddOutcome outcome) {
        String streamKey = addition.entry().streamKey();
        if (outcome instanceof AddOutcome.Failed failed) {
            if (RetryRules.mayPass(failed.cause()) && lines.fails(streamKey) && lines.failing() == 1) {
                LOG.warn(
                        "{}: {} - entries are tried again as often as maxRetries says",
                        name,
                        failed.cause().getMessage());
            }
        } else if (lines.works(streamKey) && lines.failing() == 0) {
            LOG.info("{}: recovered", name);
        }
    }

    private synchronized void resume(StreamLine line) {
        lines.resume(line);
        keepGoing();
    }

    /** Sees that somebody sends what is ready. */
    private void keepGoing() {
        if (lines.hasReadyAgain() && !tryingAgain) {
            tryingAgain = true;
            threads.senders().execute(this::sendAgain);
        }
        if (lines.hasReady()) {
            if (busyWays == 0) {
                openWay();
            } else if (!watching && busyWays < settings.ways()) {
                watching = true;
                long startedBefore = started;
                after(PATIENCE, () -> watch(startedBefore));
            }
        }
    }

    /** Opens another way if what is ready has waited behind the same pipelines all the time. */
    private synchronized void watch(long startedBefore) {
        watching = false;
        if (lines.hasReady() && started == startedBefore && busyWays < settings.ways()) {
            openWay();
        }
        keepGoing();
    }

    private void openWay() {
        busyWays++;
        threads.senders().execute(new Way());
    }

    private void after(Duration time, Runnable task) {
        var unused = threads.timer().schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void requireOpen() {
        if (closed) {
            throw new RejectedExecutionException(name + ": stopped, no more entries are taken");
        }
    }

    private void awaitDrained(long deadline) {
        try {
            while (!lines.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
