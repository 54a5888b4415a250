package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.UnreadCheck;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads new entries over a connection of its own. One thread reads; any thread may {@linkplain #close() close}, which
 * breaks a blocked read at once. After a {@link ConnectionLostException} the reader is of no more use; after any other
 * {@link RedisStreamException} it reads on.
 */
public interface StreamReader extends AutoCloseable {

    /**
     * Acknowledges entries and reads new ones ({@code XACK} and {@code XREADGROUP … >}) in one write and one wait.
     *
     * @param check      what to look at before the read, in the same write
     * @param due        what to acknowledge first; its {@link Acknowledgements#confirm} is called once the server has
     *                   answered well, without waiting for the read and whatever becomes of it. What the server
     *                   refuses stays unconfirmed and is not thrown: that would keep back the entries
     * @param member     who reads
     * @param streamKeys the streams, at least one
     * @param count      at most so many entries of each stream
     * @param block      how long to wait for the first entry; zero does not wait
     * @return entries in the order of the streams' answer, ids ascending within a stream; none if none came in time
     * @throws NoSuchGroupException if the group or one of the streams does not exist, or is removed while the read
     *     waits; before Redis 7 a stream deleted meanwhile is noticed by the next read only
     */
    List<StreamEntry> readNew(
            UnreadCheck check,
            Acknowledgements due,
            GroupMember member,
            Collection<String> streamKeys,
            int count,
            Duration block);

    /** The same without a look ahead. */
    default List<StreamEntry> readNew(
            Acknowledgements due, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        return readNew(UnreadCheck.NONE, due, member, streamKeys, count, block);
    }

    /**
     * Reads new entries that the server counts as acknowledged at once ({@code XREADGROUP … NOACK}). Otherwise as
     * {@link #readNew}.
     */
    List<StreamEntry> readUnacknowledged(
            UnreadCheck check, GroupMember member, Collection<String> streamKeys, int count, Duration block);

    /** The same without a look ahead. */
    default List<StreamEntry> readUnacknowledged(
            GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        return readUnacknowledged(UnreadCheck.NONE, member, streamKeys, count, block);
    }

    /**
     * Reads what follows the given ids ({@code XREAD}), without a group.
     *
     * @param after the last id seen of each stream
     */
    List<StreamEntry> readAfter(Map<String, EntryId> after, int count, Duration block);

    /** Closes the connection. Never throws. */
    @Override
    void close();
}
