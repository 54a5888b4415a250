package io.gort.camel.streams.consumer;

import java.util.concurrent.Executor;

/** Handles each delivery on a worker of its own, in no order. */
record UnorderedRunner(DeliveryHandler handler, Executor workers) implements DeliveryRunner {

    @Override
    public void run(Delivery delivery) {
        workers.execute(() -> {
            try {
                handler.handle(delivery, () -> {});
            } catch (RuntimeException | Error e) {
                delivery.fail(e);
            }
        });
    }
}
