package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * An entry on its way through a route, and the one handle by which its fate is told: the first call of
 * {@link #acknowledge()}, {@link #fail} or {@link #leavePending()} counts, later ones do nothing. All are safe from any
 * thread and return without waiting for the server.
 */
public final class Delivery {

    private final StreamEntry entry;
    private final long deliveryCount;
    private final Settlements settlements;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile Consumer<Ending> whenEnded = ending -> {};

    Delivery(StreamEntry entry, long deliveryCount, Settlements settlements) {
        this.entry = entry;
        this.deliveryCount = deliveryCount;
        this.settlements = settlements;
    }

    public StreamEntry entry() {
        return entry;
    }

    /** How often the entry was delivered, this time included. 1 where there is no group. */
    public long deliveryCount() {
        return deliveryCount;
    }

    /** Whether its fate has been told. */
    boolean isSettled() {
        return settled.get();
    }

    /** The entry is done. */
    public void acknowledge() {
        if (settled.compareAndSet(false, true)) {
            settlements.acknowledge(this);
        }
    }

    /** Handling the entry failed; the consumer's rules decide whether it is tried again. */
    public void fail(Throwable cause) {
        if (settled.compareAndSet(false, true)) {
            settlements.fail(this, cause);
        }
    }

    /**
     * Handling the entry together with others failed, and nobody knows which of them is at fault: it is tried again.
     */
    void failWithOthers() {
        if (settled.compareAndSet(false, true)) {
            settlements.failWithOthers(this);
        }
    }

    /** The entry is to stay pending, to be claimed later by any member. */
    public void leavePending() {
        if (settled.compareAndSet(false, true)) {
            settlements.leavePending(this);
        }
    }

    /** Has somebody told, once, how the delivery ends; to be called before it is handled. */
    void onEnd(Consumer<Ending> listener) {
        whenEnded = listener;
    }

    /** Tells who wants to know. */
    void ended(Ending how) {
        whenEnded.accept(how);
    }

    /** The entry is not begun, as the consumer is about to stop or the entry has become another member's. */
    void abandon() {
        if (settled.compareAndSet(false, true)) {
            settlements.abandon(this);
        }
    }

    /** The entry is not to be handled at all. */
    void giveUp() {
        if (settled.compareAndSet(false, true)) {
            settlements.giveUp(this);
        }
    }

    @Override
    public String toString() {
        return entry.streamKey() + "/" + entry.id();
    }
}
