package io.gort.camel.streams.consumer;

import io.gort.camel.streams.consumer.BatchRules.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers deliveries into batches, and hands a batch on when it is full, when its first delivery has waited for long
 * enough, or when there is no room for another. The reader's thread only.
 */
final class Batches {

    private final BatchRules rules;
    private final Duration timeout;
    private final Capacity capacity;
    private final DeliveryRunner runner;
    private final Clock clock;
    private List<Delivery> gathered = new ArrayList<>();
    private Kind kind = Kind.FIRST_DELIVERY;
    private Instant due = Instant.MIN;

    /**
     * Begins with nothing gathered.
     *
     * @param timeout how long a delivery waits for others
     */
    Batches(BatchRules rules, Duration timeout, Capacity capacity, DeliveryRunner runner, Clock clock) {
        this.rules = rules;
        this.timeout = timeout;
        this.capacity = capacity;
        this.runner = runner;
        this.clock = clock;
    }

    /** Takes a delivery, and hands on what is full with it. */
    void add(Delivery delivery) throws InterruptedException {
        Kind own = rules.kindOf(delivery.deliveryCount());
        if (own != kind) {
            handOn();
        }
        if (gathered.isEmpty()) {
            kind = own;
            due = clock.instant().plus(timeout);
        }
        gathered.add(delivery);
        if (rules.isFull(kind, gathered.size())) {
            handOn();
        }
    }

    /** Hands on what need not wait for more, or would wait in vain. */
    void handOnWhatIsDue() throws InterruptedException {
        if (!clock.instant().isBefore(due) || capacity.isFilledBy(gathered.size())) {
            handOn();
        }
    }

    /** How long it is until something is due, but no longer than the time given. */
    Duration until(Duration longest) {
        return gathered.isEmpty() ? longest : Waits.until(due, clock, longest);
    }

    /** Hands on what there is, as the consumer is suspended or stops. */
    void windUp() throws InterruptedException {
        handOn();
        runner.windUp();
    }

    private void handOn() throws InterruptedException {
        if (!gathered.isEmpty()) {
            DeliveryBatch batch = new DeliveryBatch(gathered);
            gathered = new ArrayList<>();
            runner.run(batch);
        }
    }
}
