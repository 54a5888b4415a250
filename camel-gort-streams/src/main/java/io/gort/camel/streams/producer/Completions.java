package io.gort.camel.streams.producer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with what is answered for. What follows may take long, and the senders must not wait for it: it has threads of its
 * own. While it is little and quick, as where callers only wait for their answer, changing the thread would cost more than it
 * does; then one of the senders does it.
 */
final class Completions implements EntrySender.WhenDone {

    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    /** So many run one after the other before another thread is worth waking. */
    private static final int SHARE = 16;

    /** What a share may take and still counts as quick. */
    private static final long QUICK_NANOS = Duration.ofMillis(1).toNanos();

    private final Executor threads;
    private final LongSupplier nanoClock;
    private final ThreadLocal<@Nullable Runnable> beforeWaiting = new ThreadLocal<>();
    private final AtomicBoolean senderIsFree;
    private volatile boolean quick = true;

    /**
     * @param threads      where what follows may take as long as it likes
     * @param sendersShare whether one sender may be kept from sending by something that turns out to take long
     * @param nanoClock    as {@link System#nanoTime()}
     */
    Completions(Executor threads, boolean sendersShare, LongSupplier nanoClock) {
        this.threads = threads;
        this.nanoClock = nanoClock;
        this.senderIsFree = new AtomicBoolean(sendersShare);
    }

    /** Whether the calling thread is going on with an exchange. If it waited for another that does, all could end up waiting. */
    boolean isCompleting() {
        return beforeWaiting.get() != null;
    }

    /** Sees to it that the calling thread, which {@link #isCompleting()}, is not the one that others wait for. */
    void beforeWaiting() {
        Runnable leaving = beforeWaiting.get();
        if (leaving != null) {
            leaving.run();
        }
    }

    @Override
    public void goOn(List<Publication> done) {
        handOver(withoutThoseWaitedFor(done));
    }

    @Override
    public void goOnHere(List<Publication> done, Runnable leaveWay) {
        List<Runnable> completions = withoutThoseWaitedFor(done);
        if (completions.size() > SHARE || !quick || !senderIsFree.compareAndSet(true, false)) {
            handOver(completions);
            return;
        }
        try {
            run(completions, leaveWay);
        } finally {
            senderIsFree.set(true);
        }
    }

    private static List<Runnable> withoutThoseWaitedFor(List<Publication> done) {
        List<Runnable> completions = new ArrayList<>(done.size());
        for (Publication publication : done) {
            if (publication.somebodyWaits()) {
                publication.whenDone().run();
            } else {
                completions.add(publication.whenDone());
            }
        }
        return completions;
    }

    private void handOver(List<Runnable> completions) {
        for (int from = 0; from < completions.size(); from += SHARE) {
            List<Runnable> share = completions.subList(from, Math.min(completions.size(), from + SHARE));
            threads.execute(() -> run(share, () -> {}));
        }
    }

    private void run(List<Runnable> completions, Runnable leaveWay) {
        long start = nanoClock.getAsLong();
        beforeWaiting.set(leaveWay);
        try {
            completions.forEach(Completions::runOne);
        } finally {
            beforeWaiting.remove();
            quick = nanoClock.getAsLong() - start < QUICK_NANOS;
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
