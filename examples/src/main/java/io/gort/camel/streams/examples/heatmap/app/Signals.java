package io.gort.camel.streams.examples.heatmap.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C and a termination signal: asks the run to end and gives it the time to do so. */
final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final long GRACE_SECONDS = 40;

    private final CountDownLatch done = new CountDownLatch(1);
    private Runnable stop = () -> {};
    private boolean received;

    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::received, "heatmap-signal"));
    }

    /** What to do on a signal; done at once if there was one already. */
    synchronized void onStop(Runnable action) {
        stop = action;
        if (received) {
            action.run();
        }
    }

    /** Everything is taken down. */
    void done() {
        done.countDown();
    }

    private void received() {
        synchronized (this) {
            received = true;
            stop.run();
        }
        try {
            if (!done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Not done {} s after the signal", GRACE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
