package io.gort.camel.streams.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/** Looks for the streams that match a consumer's patterns, once in a while. The reader's thread only. */
final class Discovery {

    private final StreamSet streams;
    private final Duration interval;
    private final Clock clock;
    private final Consumer<Collection<String>> known;
    private Instant next = Instant.MIN;

    /**
     * Looks at nothing yet.
     *
     * @param known is told after each look what streams there are, so that others can be forgotten
     */
    Discovery(StreamSet streams, Duration interval, Clock clock, Consumer<Collection<String>> known) {
        this.streams = streams;
        this.interval = interval;
        this.clock = clock;
        this.known = known;
    }

    /** Looks now; gives the streams that are new. */
    Set<String> now() {
        next = clock.instant().plus(interval);
        Set<String> appeared = streams.discover();
        known.accept(streams.all());
        return appeared;
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
