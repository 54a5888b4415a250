package io.gort.camel.streams.entry;

import org.jspecify.annotations.Nullable;

/**
 * What the server tells about a stream.
 *
 * @param length          the number of entries on it
 * @param lastGeneratedId the largest id that it ever gave
 * @param firstId         the smallest id on it; null if it is empty
 * @param groups          the number of its groups
 * @param exists          false if there is no such stream; then it looks like an empty one
 */
public record StreamInfo(
        long length, EntryId lastGeneratedId, @Nullable EntryId firstId, long groups, boolean exists) {

    /** There is no such stream. */
    public static final StreamInfo ABSENT = new StreamInfo(0, EntryId.ZERO, null, 0, false);

    /** As it is told about a stream that exists. */
    public StreamInfo(long length, EntryId lastGeneratedId, @Nullable EntryId firstId, long groups) {
        this(length, lastGeneratedId, firstId, groups, true);
    }
}
