package io.gort.camel.streams.entry;

import org.jspecify.annotations.Nullable;

/**
 * What the server tells about entries that were trimmed or deleted before a group read them.
 *
 * @param streamKey     the stream
 * @param count         how many were newly found gone; null where the server cannot tell (before Redis 7, or while the
 *                      group's own count of entries read is unknown to it)
 * @param lastDelivered the last id given to any member
 * @param nextUnread    the next id that the group will be given; null if there is none yet
 * @param afterwards    the next id after those that the read may bring; null if there is none yet, or if the count is
 *                      told
 */
public record TrimmedUnread(
        String streamKey,
        @Nullable Long count,
        EntryId lastDelivered,
        @Nullable EntryId nextUnread,
        @Nullable EntryId afterwards) {}
