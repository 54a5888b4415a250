package io.gort.camel.streams;

/** What a producer can do. A stream that does not exist is like an empty one, unless it is said otherwise. */
public enum GortStreamsOperation {

    /** Adds the body to the stream; a List adds each of its elements, in one round trip. */
    add,

    /** The number of entries on the stream becomes the body, a {@code Long}. */
    length,

    /** What the server tells about the stream becomes the body, a {@link io.gort.camel.streams.entry.StreamInfo}. */
    info,

    /** The groups of the stream become the body, a List of {@link io.gort.camel.streams.entry.GroupInfo}. */
    groups,

    /**
     * The members of a group become the body, a List of {@link io.gort.camel.streams.entry.MemberInfo}. Fails if there
     * is no such group.
     */
    consumers,

    /**
     * What is pending in a group becomes the body, a {@link io.gort.camel.streams.entry.PendingSummary}; or, where a
     * part is asked for, a {@link io.gort.camel.streams.entry.Page} of
     * {@link io.gort.camel.streams.entry.PendingEntry}. Fails if there is no such group.
     */
    pending,

    /**
     * Entries of the stream become the body, a {@link io.gort.camel.streams.entry.Page} of
     * {@link io.gort.camel.streams.entry.StreamEntry}.
     */
    range,

    /** As {@link #range}, the newest entry first. */
    revRange,

    /**
     * Cuts streams to a length or age; what went becomes the body, a {@link io.gort.camel.streams.entry.TrimResult}.
     * The path may name several streams and patterns.
     */
    trim,

    /** As {@link #trim}, up to an entry or an age, and exactly there. */
    deleteOlderThan,

    /** Deletes entries of the stream; the number of those that were there becomes the body, a {@code Long}. */
    delete,

    /** Creates a group; the body becomes a {@code Boolean}, false if it was there already. */
    createGroup,

    /**
     * Deletes a group, its members and the list of what is pending; the body becomes a {@code Boolean}, false if there
     * was no such group.
     */
    destroyGroup,

    /**
     * Lets a group go on from another place, back or ahead; the body becomes a
     * {@link io.gort.camel.streams.entry.RewoundGroup}. Fails if there is no such group.
     */
    rewindGroup,

    /** Acknowledges entries in a group; the number of those that were pending becomes the body, a {@code Long}. */
    acknowledge,

    /**
     * Lets a member take pending entries over; they become the body,
     * {@link io.gort.camel.streams.entry.ClaimedEntries}. Fails if there is no such group.
     */
    claim,

    /**
     * Gives dead letters of the stream another try, in the groups that gave them up; the body becomes a List of
     * {@link io.gort.camel.streams.entry.Replay}.
     */
    replayDeadLetters,

    /** Deletes dead letters of the stream; their number becomes the body, a {@code Long}. */
    purgeDeadLetters,

    /** Puts the body, a heatmap, into the cache for its interval's lifetime. */
    cacheHeatmap,

    /** The heatmap that the cache holds for the symbol and interval becomes the body, {@code null} if there is none. */
    getHeatmap,

    /** Does nothing if the server answers, else fails. */
    ping;

    /** Whether the path may name several streams, and patterns. */
    boolean takesSeveralStreams() {
        return this == trim || this == deleteOlderThan;
    }
}
