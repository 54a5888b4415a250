package io.gort.camel.streams.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long to wait for what comes next. */
final class Waits {

    private Waits() {}

    /** The time until an instant: none if it has passed, and no longer than the time given. */
    static Duration until(Instant due, Clock clock, Duration longest) {
        Instant now = clock.instant();
        if (!due.isAfter(now)) {
            return Duration.ZERO;
        }
        return due.isBefore(now.plus(longest)) ? Duration.between(now, due) : longest;
    }
}
