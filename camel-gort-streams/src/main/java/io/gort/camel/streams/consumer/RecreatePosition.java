package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import org.jspecify.annotations.Nullable;

/** Decides where a group that was lost begins again, so that nothing is skipped and as little as can be is repeated. */
final class RecreatePosition {

    private RecreatePosition() {}

    /**
     * The id after which the new group begins: just below the smallest entry that this member holds unacknowledged,
     * else the highest that it acknowledged, else the beginning. A stream that has not come that far was itself made
     * anew, and is read from the beginning.
     *
     * @param smallestUnacknowledged of the entries in work or failed; null if there is none
     * @param highestAcknowledged    null if none was acknowledged yet
     * @param lastGenerated          the last id of the stream as it is now
     */
    static EntryId of(
            @Nullable EntryId smallestUnacknowledged, @Nullable EntryId highestAcknowledged, EntryId lastGenerated) {
        EntryId position = smallestUnacknowledged != null
                ? smallestUnacknowledged.previous()
                : highestAcknowledged != null ? highestAcknowledged : EntryId.ZERO;
        return lastGenerated.isBefore(position) ? EntryId.ZERO : position;
    }
}
