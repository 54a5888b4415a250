package io.gort.camel.streams.consumer;

import java.util.List;

/**
 * Deliveries that go through a route together, in one exchange: one, or with batching several. What is told of the
 * batch counts for those of which nothing has been told before.
 *
 * @param deliveries in the order in which they were read, at least one
 */
public record DeliveryBatch(List<Delivery> deliveries) {

    public DeliveryBatch {
        deliveries = List.copyOf(deliveries);
        if (deliveries.isEmpty()) {
            throw new IllegalArgumentException("deliveries: none (expected: at least one)");
        }
    }

    /** The first delivery; without batching the only one. */
    public Delivery first() {
        return deliveries.get(0);
    }

    /** All are done. */
    public void acknowledge() {
        deliveries.forEach(Delivery::acknowledge);
    }

    /**
     * Handling failed. If there are several, nobody knows which of them is at fault: all are tried again, whatever the
     * cause.
     */
    public void fail(Throwable cause) {
        if (deliveries.size() == 1) {
            first().fail(cause);
        } else {
            deliveries.forEach(Delivery::failWithOthers);
        }
    }

    /** All are to stay pending. */
    public void leavePending() {
        deliveries.forEach(Delivery::leavePending);
    }

    /** None is begun, as the consumer is about to stop. */
    void abandon() {
        deliveries.forEach(Delivery::abandon);
    }
}
