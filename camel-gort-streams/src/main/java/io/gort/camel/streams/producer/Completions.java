package io.gort.camel.streams.producer;

import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with what is answered for, on threads of its own: what follows may take long, and the senders must not wait for
 * it.
 */
final class Completions {

    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    /** What follows is mostly short; so many run one after the other before another thread is worth waking. */
    private static final int SHARE = 16;

    private final Executor threads;
    private final ThreadLocal<Boolean> completing = new ThreadLocal<>();

    Completions(Executor threads) {
        this.threads = threads;
    }

    /** Whether the calling thread is one of these. If it waited for another of them, all could end up waiting. */
    boolean isCompleting() {
        return completing.get() != null;
    }

    void run(List<Runnable> completions) {
        for (int from = 0; from < completions.size(); from += SHARE) {
            List<Runnable> share = completions.subList(from, Math.min(completions.size(), from + SHARE));
            threads.execute(() -> runHere(share));
        }
    }

    private void runHere(List<Runnable> completions) {
        completing.set(true);
        try {
            completions.forEach(Completions::runOne);
        } finally {
            completing.remove();
        }
    }

    private static void runOne(Runnable completion) {
        try {
            completion.run();
        } catch (RuntimeException e) {
            LOG.warn("An exchange could not go on after its entries were answered for", e);
        }
    }
}
