package io.gort.camel.streams.entry;

import org.jspecify.annotations.Nullable;

/**
 * What the server tells about a stream.
 *
 * @param length          the number of entries on it
 * @param lastGeneratedId the largest id that it ever gave
 * @param firstId         the smallest id on it; null if it is empty
 * @param groups          the number of its groups
 */
public record StreamInfo(
        long length, EntryId lastGeneratedId, @Nullable EntryId firstId, long groups) {}
