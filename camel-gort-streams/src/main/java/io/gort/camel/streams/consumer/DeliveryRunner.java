package io.gort.camel.streams.consumer;

/** Decides on which thread a delivery is handled, and what it waits for. */
@FunctionalInterface
interface DeliveryRunner {

    /** Has the delivery handled, now or later. Called by the reader's thread, in the order of the entries. */
    void run(Delivery delivery) throws InterruptedException;
}
