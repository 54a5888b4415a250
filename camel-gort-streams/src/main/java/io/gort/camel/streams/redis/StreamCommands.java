package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.entry.Trim;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a stream as a whole can be asked for; part of {@link StreamClient}, whose rules hold. */
public interface StreamCommands {

    /** The number of entries on the stream ({@code XLEN}); 0 if the key does not exist. */
    long length(String streamKey);

    /** Tells about a stream ({@code XINFO STREAM}); empty if the key does not exist. */
    Optional<StreamInfo> streamInfo(String streamKey);

    /** The entries from {@code from} to {@code to}, both included, at most {@code count} ({@code XRANGE}). */
    List<StreamEntry> range(String streamKey, EntryId from, EntryId to, int count);

    /** As {@link #range}, the newest first ({@code XREVRANGE}). */
    List<StreamEntry> reverseRange(String streamKey, EntryId from, EntryId to, int count);

    /**
     * Cuts a stream, however much there is to cut ({@code XTRIM}); gives how many entries went. The server does it in
     * one go, about 50 ms for a million entries, and serves nobody else meanwhile.
     */
    long trim(String streamKey, Trim trim);

    /** Deletes entries from a stream ({@code XDEL}); gives how many were there. None given: none sent. */
    long delete(String streamKey, Collection<EntryId> ids);

    /**
     * The keys of type stream that match a pattern in which only {@code *} is special ({@code SCAN … TYPE stream}, many
     * round trips).
     */
    Set<String> streamKeys(String pattern);
}
