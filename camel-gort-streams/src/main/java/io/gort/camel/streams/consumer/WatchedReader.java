package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.UnreadCheck;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads for a group, and has a {@link TrimWatch} look ahead of each read. */
final class WatchedReader implements StreamReader {

    private final StreamReader reader;
    private final TrimWatch watch;

    WatchedReader(StreamReader reader, TrimWatch watch) {
        this.reader = reader;
        this.watch = watch;
    }

    @Override
    public List<StreamEntry> readNew(
            Acknowledgements due, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        return readNew(watch.checkAhead(streamKeys), due, member, streamKeys, count, block);
    }

    @Override
    public List<StreamEntry> readNew(
            UnreadCheck check,
            Acknowledgements due,
            GroupMember member,
            Collection<String> streamKeys,
            int count,
            Duration block) {
        List<StreamEntry> entries = reader.readNew(check, due, member, streamKeys, count, block);
        watch.hasRead(streamKeys, entries, count);
        return entries;
    }

    @Override
    public List<StreamEntry> readUnacknowledged(
            GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        return readUnacknowledged(watch.checkAhead(streamKeys), member, streamKeys, count, block);
    }

    @Override
    public List<StreamEntry> readUnacknowledged(
            UnreadCheck check, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        List<StreamEntry> entries = reader.readUnacknowledged(check, member, streamKeys, count, block);
        watch.hasRead(streamKeys, entries, count);
        return entries;
    }

    @Override
    public List<StreamEntry> readAfter(Map<String, EntryId> after, int count, Duration block) {
        return reader.readAfter(after, count, block);
    }

    @Override
    public void close() {
        reader.close();
    }
}
