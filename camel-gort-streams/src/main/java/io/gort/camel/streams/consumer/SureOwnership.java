package io.gort.camel.streams.consumer;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides how long an entry is surely still this member's, after it was known to be: others may claim it after {@code
 * minIdle}, and what is done on the strength of it takes some time as well.
 *
 * @param minIdle how long an entry must lie still before another member may claim it
 */
record SureOwnership(Duration minIdle) {

    /** An entry that was this member's at this instant or later is surely still. */
    Instant since(Instant now) {
        return now.minus(minIdle.multipliedBy(2).dividedBy(3));
    }

    boolean holds(Instant ownedAt, Instant now) {
        return !ownedAt.isBefore(since(now));
    }
}
