package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.routes.heatmap.MicroUsd;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What is a cascade, and how long is waited for its entries.
 *
 * @param window    how long a window is, at least one millisecond; windows follow one another without a gap, from 1970
 *                  on
 * @param threshold the volume in USD from which on it is a cascade, above zero
 * @param counted   which positions count for the threshold
 * @param lateness  how long after the end of a window its entries may still come, above zero
 * @param early     whether to tell as soon as the threshold is reached
 */
record CascadeRules(Duration window, BigDecimal threshold, Counted counted, Duration lateness, boolean early) {

    /** Which positions count. */
    enum Counted {
        LONG,
        SHORT,
        BOTH;

        static Counted of(String name) {
            return Arrays.stream(values())
                    .filter(value -> value.label().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("side: " + name + " (expected: long, short or both)"));
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CascadeRules {
        if (window.toMillis() < 1) {
            throw new IllegalArgumentException("window: " + window + " (expected: at least one millisecond)");
        }
        if (threshold.signum() <= 0) {
            throw new IllegalArgumentException(
                    "threshold: " + threshold.toPlainString() + " (expected: USD, above zero)");
        }
        if (lateness.toMillis() < 1) {
            throw new IllegalArgumentException("lateness: " + lateness + " (expected: at least one millisecond)");
        }
    }

    /** When the window of a moment begins, in milliseconds since 1970. */
    long windowStart(long timestamp) {
        return timestamp - Math.floorMod(timestamp, window.toMillis());
    }

    /** What counts for the threshold, in USD. */
    BigDecimal volume(CascadeState state) {
        long micros = switch (counted) {
            case LONG -> state.longMicros();
            case SHORT -> state.shortMicros();
            case BOTH -> MicroUsd.sum(state.longMicros(), state.shortMicros());
        };
        return MicroUsd.toUsd(micros);
    }

    boolean reached(CascadeState state) {
        return volume(state).compareTo(threshold) >= 0;
    }

    /**
     * How long, in milliseconds, until a window is over and its late entries have come. Of a window that is long over,
     * as after an outage, others may be on their way.
     */
    long wait(long windowStart, CascadeState state, long now) {
        if (early && reached(state)) {
            return 1;
        }
        long untilEnd = windowStart + window.toMillis() - now;
        return lateness.toMillis() + Math.max(0, untilEnd);
    }
}
