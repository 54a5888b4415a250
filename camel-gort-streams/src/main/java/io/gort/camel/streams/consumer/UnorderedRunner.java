package io.gort.camel.streams.consumer;

import java.util.concurrent.Executor;

/** Handles each batch on a worker of its own, in no order. */
record UnorderedRunner(DeliveryHandler handler, Executor workers) implements DeliveryRunner {

    @Override
    public void run(DeliveryBatch batch) {
        workers.execute(() -> {
            try {
                handler.handle(batch, () -> {});
            } catch (RuntimeException | Error e) {
                batch.fail(e);
            }
        });
    }
}
