package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which events may be counted at all. One event from far ahead would move its symbol's clock so far that all true ones
 * after it were late, and a value beyond all markets would leave no room for others.
 *
 * @param maxAhead how far ahead of the clock an event's timestamp may be, zero or more
 * @param clock    the time now
 */
public record Admission(Duration maxAhead, Clock clock) {

    private static final BigDecimal LARGEST_VALUE = BigDecimal.valueOf(1_000_000_000_000L);

    public Admission {
        if (maxAhead.isNegative()) {
            throw new IllegalArgumentException("maxAhead: " + maxAhead + " (expected: zero or more)");
        }
    }

    /**
     * Checks an event before it is counted.
     *
     * @throws InvalidEntryException with all violations, if it may not be counted
     */
    public void check(LiquidationEvent event) {
        List<String> violations = new ArrayList<>();
        long latest = clock.millis() + maxAhead.toMillis();
        if (event.timestamp() > latest) {
            violations.add(
                    "timestamp: " + event.timestamp() + " (expected: at most " + latest + ", maxAhead from now)");
        }
        if (event.notionalValue().compareTo(LARGEST_VALUE) > 0) {
            violations.add("value: " + event.notionalValue().toPlainString() + " (expected: at most "
                    + LARGEST_VALUE.toPlainString() + " USD)");
        }
        if (!violations.isEmpty()) {
            throw new InvalidEntryException("liquidation event", violations);
        }
    }
}
