package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A queue of which one entry at a time is handled, the next one when the fate of the one before it is known. An entry
 * that failed and will come again holds the lane: what waits behind it is out of the way of other lanes, up to {@code
 * maxInFlight} entries more, until the entry has come again and is done, or is settled elsewhere.
 */
final class HoldingLane {

    private final DeliveryHandler handler;
    private final Executor workers;
    private final Capacity capacity;
    private final BooleanSupplier mayBegin;
    private final Queue<DeliveryBatch> waiting = new ArrayDeque<>();
    private @Nullable DeliveryBatch current;
    private boolean routed;
    private @Nullable Ending ending;
    private @Nullable StreamEntry holder;
    private @Nullable DeliveryBatch holderAgain;

    HoldingLane(DeliveryHandler handler, Executor workers, Capacity capacity, BooleanSupplier mayBegin) {
        this.handler = handler;
        this.workers = workers;
        this.capacity = capacity;
        this.mayBegin = mayBegin;
    }

    /** Takes an entry: the one that holds the lane goes ahead of those that wait for it. */
    void add(DeliveryBatch batch) {
        DeliveryBatch next;
        synchronized (this) {
            if (isHolder(batch.first().entry())) {
                holderAgain = batch;
            } else {
                waiting.add(batch);
                if (holder != null) {
                    capacity.hold(1);
                }
            }
            next = next();
        }
        start(next);
    }

    /** The entry that holds the lane; null if none does, or it has come again. */
    synchronized @Nullable StreamEntry holder() {
        return current == null && holderAgain == null ? holder : null;
    }

    /** The entries that wait for the one that holds the lane. */
    synchronized List<StreamEntry> heldUp() {
        return holder == null
                ? List.of()
                : waiting.stream().map(batch -> batch.first().entry()).toList();
    }

    /** Whether an entry is held up that was delivered before. */
    synchronized boolean othersMayWait() {
        return holder != null
                && waiting.stream().anyMatch(batch -> batch.first().deliveryCount() > 1);
    }

    /** The lane goes on if it is held by this entry. */
    void release(StreamEntry settled) {
        DeliveryBatch next;
        synchronized (this) {
            if (!isHolder(settled) || current != null || holderAgain != null) {
                return;
            }
            open();
            next = next();
        }
        start(next);
    }

    /** The consumer is suspended or stops: what waits for a failed entry would wait for too long. */
    synchronized void windUp() {
        if (holder != null) {
            abandonWaiting();
        }
    }

    private void start(@Nullable DeliveryBatch next) {
        if (next != null) {
            workers.execute(() -> goOn(next));
        }
    }

    /** Handles an entry and those behind it, until the fate of one is not known at once. */
    private void goOn(DeliveryBatch first) {
        for (DeliveryBatch next = first; next != null; ) {
            handle(next);
            synchronized (this) {
                next = next();
            }
        }
    }

    /** Takes the next one, if its turn has come. */
    private @Nullable DeliveryBatch next() {
        if (current != null || (holder != null && holderAgain == null)) {
            return null;
        }
        DeliveryBatch next = holderAgain == null ? waiting.poll() : holderAgain;
        holderAgain = null;
        current = next;
        routed = false;
        ending = null;
        return next;
    }

    private void handle(DeliveryBatch batch) {
        batch.first().onEnd(this::ended);
        boolean now;
        try {
            now = handler.handle(batch, () -> start(afterRoute()));
        } catch (RuntimeException | Error e) {
            batch.fail(e);
            now = true;
        }
        if (now) {
            synchronized (this) {
                routed = true;
                finish();
            }
        }
    }

    private synchronized @Nullable DeliveryBatch afterRoute() {
        routed = true;
        finish();
        return next();
    }

    private void ended(Ending how) {
        DeliveryBatch next;
        synchronized (this) {
            ending = how;
            finish();
            next = next();
        }
        start(next);
    }

    /** Ends the turn of the current entry, once its route has ended and its fate is known. */
    private void finish() {
        if (current == null || !routed || ending == null) {
            return;
        }
        switch (ending) {
            case COMES_AGAIN -> hold(current.first().entry());
            case SETTLED -> open();
            case NOT_BEGUN -> {
                if (!mayBegin.getAsBoolean()) {
                    abandonWaiting(); // none may overtake it when the consumer is resumed
                }
            }
        }
        current = null;
    }

    private void hold(StreamEntry failed) {
        if (holder == null) {
            capacity.hold(waiting.size());
        }
        holder = failed;
        if (!mayBegin.getAsBoolean()) {
            abandonWaiting();
        }
    }

    private void open() {
        if (holder != null) {
            holder = null;
            capacity.unhold(waiting.size());
        }
    }

    private void abandonWaiting() {
        if (holder != null) {
            capacity.unhold(waiting.size());
        }
        waiting.forEach(DeliveryBatch::abandon);
        waiting.clear();
    }

    private boolean isHolder(StreamEntry entry) {
        return holder != null
                && holder.id().equals(entry.id())
                && holder.streamKey().equals(entry.streamKey());
    }
}
