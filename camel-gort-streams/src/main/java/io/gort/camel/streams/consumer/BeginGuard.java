package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Stands before the handler, and lets only that begin which still may when its turn has come. */
final class BeginGuard implements DeliveryHandler {

    private final DeliveryHandler handler;
    private final BooleanSupplier mayBegin;
    private final Predicate<StreamEntry> isOurs;
    private final ConsumerCounters counters;
    private final AtomicInteger beginning = new AtomicInteger();

    /**
     * Guards a handler.
     *
     * @param mayBegin whether anything may begin; what may not stays pending
     * @param isOurs   whether an entry is still this member's; if not, it is another's to handle
     */
    BeginGuard(
            DeliveryHandler handler,
            BooleanSupplier mayBegin,
            Predicate<StreamEntry> isOurs,
            ConsumerCounters counters) {
        this.handler = handler;
        this.mayBegin = mayBegin;
        this.isOurs = isOurs;
        this.counters = counters;
    }

    /**
     * How many batches are about to begin, or have begun on a thread that still waits for them. None of those that come
     * once nothing may begin goes on, so that none begins any more when this is zero.
     */
    int beginning() {
        return beginning.get();
    }

    @Override
    public boolean handle(DeliveryBatch batch, Runnable whenRouted) {
        beginning.incrementAndGet();
        try {
            return begin(batch, whenRouted);
        } finally {
            beginning.decrementAndGet();
        }
    }

    private boolean begin(DeliveryBatch batch, Runnable whenRouted) {
        if (!mayBegin.getAsBoolean()) {
            batch.abandon();
            return true;
        }
        List<Delivery> ours = ours(batch);
        if (ours.isEmpty()) {
            return true;
        }
        counters.delivered.add(ours.size());
        return handler.handle(new DeliveryBatch(ours), whenRouted);
    }

    private List<Delivery> ours(DeliveryBatch batch) {
        List<Delivery> ours = new ArrayList<>(batch.deliveries().size());
        for (Delivery delivery : batch.deliveries()) {
            if (isOurs.test(delivery.entry())) {
                ours.add(delivery);
            } else {
                delivery.abandon();
            }
        }
        return ours;
    }
}
