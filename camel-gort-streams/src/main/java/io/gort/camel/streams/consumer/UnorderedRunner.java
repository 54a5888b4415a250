package io.gort.camel.streams.consumer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Handles batches side by side, in no order: none waits for another to end. A worker that takes one while more are waiting
 * wakes the next worker first; so there are many where handling takes long, and few where it is quick.
 */
final class UnorderedRunner implements DeliveryRunner {

    private final DeliveryHandler handler;
    private final Executor workers;
    private final Queue<DeliveryBatch> waiting = new ConcurrentLinkedQueue<>();

    /** Whether a worker was woken that has not looked for a batch yet; another one need not be woken before it has. */
    private final AtomicBoolean isWaking = new AtomicBoolean();

    /**
     * @param workers as many threads as there may be batches at once
     */
    UnorderedRunner(DeliveryHandler handler, Executor workers) {
        this.handler = handler;
        this.workers = workers;
    }

    @Override
    public void run(DeliveryBatch batch) {
        waiting.add(batch);
        wakeWorker();
    }

    private void wakeWorker() {
        if (isWaking.compareAndSet(false, true)) {
            workers.execute(this::work);
        }
    }

    private void work() {
        isWaking.set(false);
        for (DeliveryBatch next = next(); next != null; next = next()) {
            handle(next);
        }
    }

    private @Nullable DeliveryBatch next() {
        DeliveryBatch next = waiting.poll();
        if (!waiting.isEmpty()) {
            wakeWorker();
        }
        return next;
    }

    private void handle(DeliveryBatch batch) {
        try {
            handler.handle(batch, () -> {});
        } catch (RuntimeException | Error e) {
            batch.fail(e);
        }
    }
}
