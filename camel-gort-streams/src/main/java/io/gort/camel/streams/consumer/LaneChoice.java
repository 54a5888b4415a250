package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.StreamEntry;
import org.jspecify.annotations.Nullable;

/**
 * Chooses an entry's lane: entries with the same key share one.
 *
 * @param lanes how many there are
 * @param field the field whose value is the key; null takes the stream key, as does an entry without the field
 */
record LaneChoice(int lanes, @Nullable String field) {

    /** A number from 0 to below the number of lanes. */
    int laneOf(StreamEntry entry) {
        String value = field == null ? null : entry.fields().get(field);
        String key = value == null ? entry.streamKey() : value;
        int hash = key.hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), lanes);
    }
}
