package io.gort.camel.streams.consumer;

/** Takes entries from the consumer into the application. */
@FunctionalInterface
public interface DeliveryHandler {

    /**
     * Handles one entry, or with batching several together. However it goes on, each delivery is told how it went: then
     * or later, on any thread.
     *
     * @param batch      the entries
     * @param whenRouted called once if this method returned false, when the next entry in order may follow
     * @return true if the next entry in order may follow now
     */
    boolean handle(DeliveryBatch batch, Runnable whenRouted);
}
