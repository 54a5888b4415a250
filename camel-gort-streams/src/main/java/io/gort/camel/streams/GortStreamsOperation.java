package io.gort.camel.streams;

/** What a producer can do. */
public enum GortStreamsOperation {

    /** Adds the body to the stream; a List adds each of its elements, in one round trip. */
    add,

    /** The number of entries on the stream becomes the body, a {@code Long}. */
    length,

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
    ping
}
