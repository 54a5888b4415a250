package io.gort.camel.streams.consumer;

import java.util.function.BooleanSupplier;

/** Stands before the handler, and lets only that begin which still may when its turn has come. */
final class BeginGuard implements DeliveryHandler {

    private final DeliveryHandler handler;
    private final BooleanSupplier mayBegin;
    private final ConsumerCounters counters;

    /**
     * Guards a handler.
     *
     * @param mayBegin whether anything may begin; what may not stays pending
     */
    BeginGuard(DeliveryHandler handler, BooleanSupplier mayBegin, ConsumerCounters counters) {
        this.handler = handler;
        this.mayBegin = mayBegin;
        this.counters = counters;
    }

    @Override
    public boolean handle(DeliveryBatch batch, Runnable whenRouted) {
        if (!mayBegin.getAsBoolean()) {
            batch.abandon();
            return true;
        }
        counters.delivered.add(batch.deliveries().size());
        return handler.handle(batch, whenRouted);
    }
}
