package io.gort.camel.streams.consumer;

import java.util.concurrent.atomic.LongAdder;

/** What a consumer has done since it was made. Safe to read from any thread at any time. */
public final class ConsumerCounters {

    final LongAdder delivered = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder deadLettered = new LongAdder();
    final LongAdder claimed = new LongAdder();
    final LongAdder trimmed = new LongAdder();
    final LongAdder trimmedUnread = new LongAdder();
    final LongAdder staleMembers = new LongAdder();
    final LongAdder markers = new LongAdder();
    final LongAdder replaysElsewhere = new LongAdder();

    /** Entries handed to the route, those delivered again included. */
    public long delivered() {
        return delivered.sum();
    }

    /** Entries that the server has acknowledged. */
    public long acknowledged() {
        return acknowledged.sum();
    }

    /** Deliveries that failed. */
    public long failed() {
        return failed.sum();
    }

    /** Entries moved to a dead-letter stream. */
    public long deadLettered() {
        return deadLettered.sum();
    }

    /** Entries taken over from members that let them lie, this one included. */
    public long claimed() {
        return claimed.sum();
    }

    /** Pending entries that were no longer on their stream when they were to be handled. */
    public long trimmed() {
        return trimmed.sum();
    }

    /**
     * Entries that were trimmed or deleted before the group had read them, as found by this member. Counted where the
     * server can tell, from Redis 7 on; each is counted by one member of the group only.
     */
    public long trimmedUnread() {
        return trimmedUnread.sum();
    }

    /** Members of the group that were deleted because nobody had heard of them for long. */
    public long staleMembers() {
        return staleMembers.sum();
    }

    /** Entries that were added again for another group, acknowledged without being handled. */
    public long replaysElsewhere() {
        return replaysElsewhere.sum();
    }

    /** Set-up markers acknowledged without being handled. */
    public long markers() {
        return markers.sum();
    }
}
