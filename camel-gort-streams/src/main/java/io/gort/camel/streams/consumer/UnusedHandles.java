package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.AckMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * With {@link AckMode#MANUAL}, sees that handles which nobody uses do not fill {@code maxInFlight} for ever: an entry
 * whose route has ended, and whose fate nobody has told within the longest processing time, is left pending. It is then
 * claimed and run again. Any thread may hand entries on; the keeper's thread looks after them.
 */
final class UnusedHandles implements DeliveryHandler {

    private static final Duration LEAST_OFTEN = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(UnusedHandles.class);

    private final DeliveryHandler handler;
    private final Duration longest;
    private final Clock clock;
    private final Map<Delivery, Instant> routed = new ConcurrentHashMap<>();

    /**
     * Stands before another handler.
     *
     * @param longest how long an entry may be in work
     */
    UnusedHandles(DeliveryHandler handler, Duration longest, Clock clock) {
        this.handler = handler;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public boolean handle(DeliveryBatch batch, Runnable whenRouted) {
        Instant began = clock.instant();
        boolean done = handler.handle(batch, () -> {
            routed(batch, began);
            whenRouted.run();
        });
        if (done) {
            routed(batch, began);
        }
        return done;
    }

    private void routed(DeliveryBatch batch, Instant began) {
        for (Delivery delivery : batch.deliveries()) {
            if (!delivery.isSettled()) {
                routed.put(delivery, began);
            }
        }
    }

    /** How often to look. */
    Duration interval() {
        Duration tenth = longest.dividedBy(10);
        return tenth.compareTo(LEAST_OFTEN) < 0 ? tenth : LEAST_OFTEN;
    }

    /** Leaves those pending whose time is over. */
    void letGo() {
        Instant oldest = clock.instant().minus(longest);
        routed.keySet().removeIf(Delivery::isSettled);
        routed.forEach((delivery, began) -> {
            if (began.isBefore(oldest)) {
                LOG.warn(
                        "Entry {} of stream {} was neither acknowledged nor left pending within {}: it stays pending, to"
                                + " be run again",
                        delivery.entry().id(),
                        delivery.entry().streamKey(),
                        longest);
                delivery.leavePending();
            }
        });
    }
}
