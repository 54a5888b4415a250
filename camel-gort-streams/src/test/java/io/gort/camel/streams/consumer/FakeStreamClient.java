package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.ClaimedEntries;
import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what a test has put in, notes what it is asked, and fails where a test says so. */
public class FakeStreamClient extends ConsumersClient {

    /** What creating a group ends in; null lets it. */
    @Nullable
    RuntimeException groupFailure;

    /** Whether any keys can be touched in one step. */
    boolean together = true;

    /** Leases by key, with their holders, and other texts; nothing ends them but a release or removal. */
    final Map<String, String> leases = new ConcurrentHashMap<>();

    /** What was asked that changes something, in order: {@code acknowledge s [1-0]}. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** Streams on which every request fails, and how. */
    final Map<String, RedisStreamException> failures = new HashMap<>();

    /** Whether streams on which requests fail can be asked about all the same. */
    boolean infoOfFailing;

    final Set<String> keys = new HashSet<>();
    final Set<String> groups = new HashSet<>();
    final Map<String, StreamInfo> infos = new HashMap<>();
    final TreeMap<EntryId, PendingEntry> pending = new TreeMap<>();
    final Set<EntryId> trimmed = new HashSet<>();
    final List<MemberInfo> members = new ArrayList<>();
    final List<GroupInfo> groupInfos = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    Set<EntryId> stillOwned = Set.of();
    boolean isPending = true;
    int requests;
    Supplier<StreamReader> readers = () -> {
        throw new UnsupportedOperationException();
    };

    private void onRequest(String streamKey) {
        requests++;
        RedisStreamException failure = failures.get(streamKey);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void ping() {}

    @Override
    public boolean createGroup(String streamKey, String group, String start) {
        if (groupFailure != null) {
            throw groupFailure;
        }
        onRequest(streamKey);
        boolean created = groups.add(streamKey);
        if (created) {
            calls.add("createGroup " + streamKey + " " + start);
        }
        return created;
    }

    @Override
    public StreamReader openReader(Duration grace) {
        return readers.get();
    }

    @Override
    public long acknowledge(String streamKey, String group, Collection<EntryId> ids) {
        onRequest(streamKey);
        calls.add("acknowledge " + streamKey + " " + ids);
        return ids.size();
    }

    @Override
    public List<PendingEntry> pending(
            String streamKey, String group, @Nullable String consumer, EntryId from, Duration minIdle, int count) {
        onRequest(streamKey);
        return pending.tailMap(from, true).values().stream()
                .filter(p -> consumer == null || p.consumer().equals(consumer))
                .filter(p -> p.idle().compareTo(minIdle) >= 0)
                .limit(count)
                .toList();
    }

    @Override
    public ClaimedEntries retake(String streamKey, GroupMember member, Collection<EntryId> ids) {
        calls.add("retake " + streamKey + " " + ids);
        return taken(streamKey, ids, 0);
    }

    @Override
    public ClaimedEntries claim(String streamKey, GroupMember member, Duration minIdle, Collection<EntryId> ids) {
        calls.add("claim " + streamKey + " " + ids);
        return taken(streamKey, ids, 1);
    }

    private ClaimedEntries taken(String streamKey, Collection<EntryId> ids, int more) {
        return new ClaimedEntries(
                ids.stream()
                        .filter(id -> !trimmed.contains(id))
                        .map(id -> new ClaimedEntries.Claimed(
                                new StreamEntry(streamKey, id, Map.of("n", "1")),
                                pending.get(id).deliveryCount() + more))
                        .toList(),
                ids.stream().filter(trimmed::contains).toList());
    }

    @Override
    public Set<EntryId> keepAlive(String streamKey, GroupMember member, Collection<EntryId> ids) {
        onRequest(streamKey);
        calls.add("keepAlive " + streamKey + " " + ids);
        return stillOwned;
    }

    @Override
    public Optional<EntryId> deadLetter(DeadLetter letter) {
        onRequest(letter.entry().streamKey());
        letters.add(letter);
        return isPending ? Optional.of(new EntryId(9, 9)) : Optional.empty();
    }

    @Override
    public Optional<StreamInfo> streamInfo(String streamKey) {
        if (!infoOfFailing) {
            onRequest(streamKey);
        }
        return Optional.ofNullable(infos.get(streamKey));
    }

    @Override
    public Set<String> streamKeys(String pattern) {
        String prefix = pattern.substring(0, pattern.indexOf('*'));
        Set<String> matching = new HashSet<>(keys);
        matching.removeIf(key -> !key.startsWith(prefix));
        return matching;
    }

    @Override
    public boolean putBack(String streamKey, GroupMember member, EntryId id, long deliveryCount) {
        onRequest(streamKey);
        calls.add("putBack " + streamKey + " " + id + " #" + deliveryCount);
        return true;
    }

    @Override
    public List<GroupInfo> groups(String streamKey) {
        onRequest(streamKey);
        return List.copyOf(groupInfos);
    }

    @Override
    public List<MemberInfo> members(String streamKey, String group) {
        onRequest(streamKey);
        return List.copyOf(members);
    }

    @Override
    public boolean deleteIdleMember(String streamKey, GroupMember member, Duration idle) {
        calls.add("deleteIdleMember " + streamKey + " " + member.consumer() + " " + idle);
        return members.removeIf(each -> each.name().equals(member.consumer()));
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        onRequest(key);
        calls.add("put " + key + " " + value + " " + lifetime);
        leases.put(key, value);
    }

    @Override
    public Optional<String> get(String key) {
        onRequest(key);
        return Optional.ofNullable(leases.get(key));
    }

    @Override
    public Set<String> textKeys(String pattern) {
        String prefix = pattern.substring(0, pattern.indexOf('*'));
        return leases.keySet().stream().filter(key -> key.startsWith(prefix)).collect(Collectors.toSet());
    }

    @Override
    public long remove(Collection<String> removed) {
        calls.add("remove " + removed);
        return removed.stream().filter(key -> leases.remove(key) != null).count();
    }

    @Override
    public Optional<String> lease(String key, String holder, @Nullable String insteadOf, Duration lifetime) {
        onRequest(key);
        String current = leases.get(key);
        if (current != null && !current.equals(holder) && !current.equals(insteadOf)) {
            return Optional.of(current);
        }
        leases.put(key, holder);
        return Optional.empty();
    }

    @Override
    public void release(String key, String holder) {
        onRequest(key);
        leases.remove(key, holder);
    }

    @Override
    public boolean canTouchTogether(Collection<String> keys) {
        return together;
    }

    @Override
    public List<PoolUse> pools() {
        return List.of();
    }

    @Override
    public void close() {}
}
