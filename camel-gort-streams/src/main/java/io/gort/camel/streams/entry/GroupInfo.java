package io.gort.camel.streams.entry;

import org.jspecify.annotations.Nullable;

/**
 * What the server tells about a group of a stream.
 *
 * @param name            its name
 * @param consumers       the number of its members
 * @param pending         the number of its pending entries
 * @param lastDeliveredId the last id given to any member
 * @param lag             the number of entries not yet delivered; null where the server cannot tell (before Redis 7, or
 *                        after deletions)
 */
public record GroupInfo(
        String name,
        long consumers,
        long pending,
        EntryId lastDeliveredId,
        @Nullable Long lag) {}
