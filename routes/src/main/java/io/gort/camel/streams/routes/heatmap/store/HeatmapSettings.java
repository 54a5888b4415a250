package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.PriceGrid;
import io.gort.camel.streams.trade.Interval;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What is counted, and for how long.
 *
 * <p>An entry is <b>late</b> for an interval if it was added to its stream longer ago than the interval and the lateness
 * together, or if its event is older than the window that the symbol's clock has reached. The state of a bucket outlives
 * the first of these limits, so that no entry is counted again after it was forgotten.
 *
 * @param symbol       the instrument
 * @param intervals    which heatmaps it has, at least one
 * @param grid         how prices are cut into levels
 * @param lateness     how long after an interval's length its entries may still come, zero or more
 * @param duplicateKey whether two entries with the same exchange, timestamp, side, price and quantity are one
 */
public record HeatmapSettings(
        String symbol, List<Interval> intervals, PriceGrid grid, Duration lateness, boolean duplicateKey) {

    /** How much longer a bucket is kept than an entry may be old. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    public HeatmapSettings {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol: '" + symbol + "' (expected: not empty)");
        }
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("intervals: none (expected: at least one)");
        }
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("lateness: " + lateness + " (expected: zero or more)");
        }
        intervals = intervals.stream().distinct().toList();
    }

    /** The age beyond which an entry is late for an interval. */
    Duration limit(Interval interval) {
        return interval.duration().plus(lateness);
    }

    /** How long a bucket of an interval is kept after the last entry that was counted there. */
    Duration keep(Interval interval) {
        return limit(interval).plus(MARGIN);
    }

    /** Where it is noted that an entry was counted. */
    Mark mark(LiquidationEntry entry) {
        return duplicateKey ? Mark.ofContent(entry) : Mark.of(entry);
    }

    /** The mark of an entry that was counted in all intervals. */
    int bits() {
        return intervals.stream().mapToInt(StateKeys::bitOf).sum();
    }

    /** How long the longest of them is kept. */
    Duration longestKeep() {
        return intervals.stream().map(this::keep).max(Comparator.naturalOrder()).orElseThrow();
    }
}
