package io.gort.camel.streams.consumer;

import java.util.concurrent.CountDownLatch;

/**
 * Handles batches on the reader's thread, one at a time: the next one begins when the one before it has been routed,
 * however the route goes on.
 */
record InOrderRunner(DeliveryHandler handler) implements DeliveryRunner {

    @Override
    public void run(DeliveryBatch batch) throws InterruptedException {
        CountDownLatch routed = new CountDownLatch(1);
        boolean now;
        try {
            now = handler.handle(batch, routed::countDown);
        } catch (RuntimeException | Error e) {
            batch.fail(e);
            return;
        }
        if (!now) {
            routed.await();
        }
    }
}
