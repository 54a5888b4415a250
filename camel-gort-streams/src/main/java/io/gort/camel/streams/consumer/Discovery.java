package io.gort.camel.streams.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Looks for the streams that match a consumer's patterns, once in a while. The reader's thread only. */
final class Discovery {

    private final StreamSet streams;
    private final Duration interval;
    private final Clock clock;
    private Instant next = Instant.MIN;

    Discovery(StreamSet streams, Duration interval, Clock clock) {
        this.streams = streams;
        this.interval = interval;
        this.clock = clock;
    }

    /** Looks now; gives the streams that are new. */
    Set<String> now() {
        next = clock.instant().plus(interval);
        return streams.discover();
    }

    /** As {@link #now()} if it is time to; else nothing is new. */
    Set<String> ifDue() {
        return !streams.hasPatterns() || clock.instant().isBefore(next) ? Set.of() : now();
    }

    /** How long it is until the next look, but no longer than the time given. */
    Duration until(Duration longest) {
        return streams.hasPatterns() ? Waits.until(next, clock, longest) : longest;
    }
}
