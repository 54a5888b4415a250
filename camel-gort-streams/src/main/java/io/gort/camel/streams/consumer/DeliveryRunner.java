package io.gort.camel.streams.consumer;

/** Decides on which thread deliveries are handled, and what they wait for. */
@FunctionalInterface
interface DeliveryRunner {

    /** Has the batch handled, now or later. Called by the reader's thread, in the order of the entries. */
    void run(DeliveryBatch batch) throws InterruptedException;

    /** The consumer is suspended or stops: lets go of what would not have its turn soon. */
    default void windUp() {}
}
