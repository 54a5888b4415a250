package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.UnreadCheck;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers each read with the next of the answers that a test has put in, at the end with nothing. */
final class FakeReader implements StreamReader {

    final Deque<Supplier<List<StreamEntry>>> answers = new ArrayDeque<>();
    final List<Collection<String>> reads = new ArrayList<>();
    final List<UnreadCheck> checks = new ArrayList<>();

    private List<StreamEntry> answer(Collection<String> streamKeys) {
        reads.add(List.copyOf(streamKeys));
        Supplier<List<StreamEntry>> next = answers.poll();
        return next == null ? List.of() : next.get();
    }

    @Override
    public List<StreamEntry> readUnacknowledged(
            UnreadCheck check, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        checks.add(check);
        return answer(streamKeys);
    }

    @Override
    public List<StreamEntry> readNew(
            UnreadCheck check,
            Acknowledgements due,
            GroupMember member,
            Collection<String> streamKeys,
            int count,
            Duration block) {
        checks.add(check);
        return answer(streamKeys);
    }

    @Override
    public List<StreamEntry> readAfter(Map<String, EntryId> after, int count, Duration block) {
        return answer(after.entrySet().stream()
                .map(e -> e.getKey() + ">" + e.getValue())
                .toList());
    }

    @Override
    public void close() {}
}
