package io.gort.camel.streams.consumer;

/** Takes entries from the consumer into the application. */
@FunctionalInterface
public interface DeliveryHandler {

    /**
     * Handles one entry. However it goes on, the delivery is told how it went: then or later, on any thread.
     *
     * @param delivery   the entry
     * @param whenRouted called once if this method returned false, when the next entry in order may follow
     * @return true if the next entry in order may follow now
     */
    boolean handle(Delivery delivery, Runnable whenRouted);
}
