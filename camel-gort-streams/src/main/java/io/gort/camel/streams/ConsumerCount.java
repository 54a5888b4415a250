package io.gort.camel.streams;

import io.gort.camel.streams.consumer.ConsumerCounters;
import java.util.function.ToLongFunction;

/** What a consumer counts. */
public enum ConsumerCount {
    DELIVERED("delivered", "Entries handed to the route, those delivered again included", ConsumerCounters::delivered),
    ACKNOWLEDGED("acknowledged", "Entries that the server has acknowledged", ConsumerCounters::acknowledged),
    FAILED("failed", "Deliveries that failed", ConsumerCounters::failed),
    DEAD_LETTERED("deadLettered", "Entries moved to a dead-letter stream", ConsumerCounters::deadLettered),
    CLAIMED("claimed", "Entries taken over from members that let them lie", ConsumerCounters::claimed),
    TRIMMED("trimmed", "Pending entries trimmed or deleted before they were handled", ConsumerCounters::trimmed),
    TRIMMED_UNREAD(
            "trimmedUnread",
            "Entries trimmed or deleted before the group had read them, as found by this member",
            ConsumerCounters::trimmedUnread),
    STALE_MEMBERS("staleMembers", "Members of the group deleted as stale", ConsumerCounters::staleMembers),
    MARKERS("markers", "Set-up markers acknowledged without being handled", ConsumerCounters::markers),
    REPLAYS_ELSEWHERE(
            "replaysElsewhere",
            "Entries added again for another group, acknowledged without being handled",
            ConsumerCounters::replaysElsewhere);

    private final String label;
    private final String description;
    private final ToLongFunction<ConsumerCounters> count;

    ConsumerCount(String label, String description, ToLongFunction<ConsumerCounters> count) {
        this.label = label;
        this.description = description;
        this.count = count;
    }

    /** In camel case. */
    String label() {
        return label;
    }

    String description() {
        return description;
    }

    long of(ConsumerCounters counters) {
        return count.applyAsLong(counters);
    }
}
