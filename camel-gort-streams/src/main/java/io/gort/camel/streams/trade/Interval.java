package io.gort.camel.streams.trade;

import java.time.Duration;
import java.util.Optional;

/** The time that a heatmap covers, and how long its cached form lives. */
public enum Interval {
    S1("1s", Duration.ofSeconds(1), Duration.ofMinutes(5)),
    M1("1m", Duration.ofMinutes(1), Duration.ofMinutes(5)),
    M5("5m", Duration.ofMinutes(5), Duration.ofMinutes(15)),
    M15("15m", Duration.ofMinutes(15), Duration.ofMinutes(30)),
    H1("1h", Duration.ofHours(1), Duration.ofHours(2)),
    H4("4h", Duration.ofHours(4), Duration.ofHours(8)),
    D1("1d", Duration.ofDays(1), Duration.ofDays(2));

    private static final Duration OTHER_LIFETIME = Duration.ofMinutes(5);

    private final String label;
    private final Duration duration;
    private final Duration cacheLifetime;

    Interval(String label, Duration duration, Duration cacheLifetime) {
        this.label = label;
        this.duration = duration;
        this.cacheLifetime = cacheLifetime;
    }

    /** The interval of this label, written exactly so: {@code 1m} is a minute, {@code 1M} is nothing. */
    public static Optional<Interval> find(String label) {
        for (Interval interval : values()) {
            if (interval.label.equals(label)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /** How long a cached heatmap of this interval lives; 5 minutes for a label that is not an interval. */
    public static Duration cacheLifetimeOf(String label) {
        return find(label).map(Interval::cacheLifetime).orElse(OTHER_LIFETIME);
    }

    /** How the interval is written: {@code 15m}. */
    public String label() {
        return label;
    }

    public Duration duration() {
        return duration;
    }

    /** How long a cached heatmap of this interval lives. */
    public Duration cacheLifetime() {
        return cacheLifetime;
    }
}
