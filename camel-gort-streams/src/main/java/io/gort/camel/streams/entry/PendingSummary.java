package io.gort.camel.streams.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pending entries of a group, added up.
 *
 * @param count      how many there are
 * @param smallestId the first of them; null if there is none
 * @param largestId  the last of them; null if there is none
 * @param members    how many each member has, of those that have any; unmodifiable
 */
public record PendingSummary(
        long count, @Nullable EntryId smallestId, @Nullable EntryId largestId, Map<String, Long> members) {

    public PendingSummary {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
