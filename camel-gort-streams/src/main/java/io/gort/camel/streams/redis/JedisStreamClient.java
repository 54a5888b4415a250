package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.ClaimedEntries;
import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.PendingSummary;
import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.entry.Trim;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Asks servers through Jedis. Readers have connections of their own, everything else shares those of pools. */
final class JedisStreamClient implements StreamClient {

    private final ServerAccess server;
    private final EntryAdder adder;
    private final PendingEntries pendingEntries;
    private final StreamAdministration streams;
    private final GroupAdministration groups;
    private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    JedisStreamClient(ServerAccess server, Clock clock) {
        this.server = server;
        this.adder = new EntryAdder(server, clock);
        this.pendingEntries = new PendingEntries(server);
        this.streams = new StreamAdministration(server, clock);
        this.groups = new GroupAdministration(server);
    }

    @Override
    public void ping() {
        server.call(RedisCommand.about(Command.PING, ""), Replies::text);
    }

    @Override
    public EntryId add(AddEntry entry) {
        return adder.add(entry);
    }

    @Override
    public List<AddOutcome> addAll(List<AddEntry> entries) {
        return adder.addAll(entries);
    }

    @Override
    public boolean createGroup(String streamKey, String group, String start) {
        return groups.createGroup(streamKey, group, start);
    }

    @Override
    public boolean createGroupOnly(String streamKey, String group, GroupStart start) {
        return groups.createGroupOnly(streamKey, group, start);
    }

    @Override
    public boolean destroyGroup(String streamKey, String group) {
        return groups.destroyGroup(streamKey, group);
    }

    @Override
    public void rewindGroup(String streamKey, String group, GroupStart start) {
        groups.rewindGroup(streamKey, group, start);
    }

    @Override
    public StreamReader openReader(Duration grace) {
        StreamReader reader = server.openReader(grace, readers::remove);
        readers.add(reader);
        if (closed) {
            reader.close();
            throw new ConnectionLostException("the client is closed (tried to open a reader)", null);
        }
        return reader;
    }

    @Override
    public long acknowledge(String streamKey, String group, Collection<EntryId> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        return server.call(
                RedisCommand.onKey(Command.XACK, streamKey).text(group).ids(ids), Replies::number);
    }

    @Override
    public List<PendingEntry> pending(
            String streamKey, String group, @Nullable String consumer, EntryId from, Duration minIdle, int count) {
        RedisCommand list = RedisCommand.onKey(Command.XPENDING, streamKey).text(group);
        if (minIdle.compareTo(Duration.ZERO) > 0) {
            list.word(Keyword.IDLE).number(minIdle.toMillis());
        }
        list.id(from).text("+").number(count);
        if (consumer != null) {
            list.text(consumer);
        }
        return server.call(list, InfoReplies::pending);
    }

    @Override
    public ClaimedEntries retake(String streamKey, GroupMember member, Collection<EntryId> ids) {
        return pendingEntries.retake(streamKey, member, ids);
    }

    @Override
    public ClaimedEntries claim(String streamKey, GroupMember member, Duration minIdle, Collection<EntryId> ids) {
        return pendingEntries.claim(streamKey, member, minIdle, ids);
    }

    @Override
    public Set<EntryId> keepAlive(String streamKey, GroupMember member, Collection<EntryId> ids) {
        return pendingEntries.keepAlive(streamKey, member, ids);
    }

    @Override
    public boolean putBack(String streamKey, GroupMember member, EntryId id, long deliveryCount) {
        return pendingEntries.putBack(streamKey, member, id, deliveryCount);
    }

    @Override
    public Optional<EntryId> deadLetter(DeadLetter letter) {
        return new DeadLetters(server).move(letter);
    }

    @Override
    public Replay replay(StreamEntry letter, boolean really) {
        return new DeadLetters(server).replay(letter, really);
    }

    @Override
    public long delete(String streamKey, Collection<EntryId> ids) {
        return streams.delete(streamKey, ids);
    }

    @Override
    public Optional<StreamInfo> streamInfo(String streamKey) {
        return streams.streamInfo(streamKey);
    }

    @Override
    public List<GroupInfo> groups(String streamKey) {
        return groups.groups(streamKey);
    }

    @Override
    public List<MemberInfo> members(String streamKey, String group) {
        return groups.members(streamKey, group);
    }

    @Override
    public boolean deleteIdleMember(String streamKey, GroupMember member, Duration idle) {
        return groups.deleteIdleMember(streamKey, member, idle);
    }

    @Override
    public PendingSummary pendingSummary(String streamKey, String group) {
        return groups.pendingSummary(streamKey, group);
    }

    @Override
    public long length(String streamKey) {
        return streams.length(streamKey);
    }

    @Override
    public List<StreamEntry> range(String streamKey, EntryId from, EntryId to, int count) {
        return streams.range(streamKey, from, to, count);
    }

    @Override
    public List<StreamEntry> reverseRange(String streamKey, EntryId from, EntryId to, int count) {
        return streams.reverseRange(streamKey, from, to, count);
    }

    @Override
    public long trim(String streamKey, Trim trim) {
        return streams.trim(streamKey, trim);
    }

    @Override
    public Set<String> streamKeys(String pattern) {
        return streams.streamKeys(pattern);
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        RedisCommand set = RedisCommand.onKey(Command.SET, key)
                .text(value)
                .word(Keyword.PX)
                .number(Math.max(1, lifetime.toMillis()));
        server.call(set, Replies::text);
    }

    @Override
    public Optional<String> get(String key) {
        return server.call(
                RedisCommand.onKey(Command.GET, key),
                reply -> reply == null ? Optional.empty() : Optional.of(Replies.text(reply)));
    }

    @Override
    public Set<String> textKeys(String pattern) {
        return new KeyScan(server).textKeys(pattern);
    }

    @Override
    public long remove(Collection<String> keys) {
        if (keys.isEmpty()) {
            return 0;
        }
        long removed = 0;
        for (List<String> together : server.inOneStep(keys)) {
            RedisCommand remove = RedisCommand.about(Command.DEL, together.size() + " keys");
            together.forEach(remove::key);
            removed += server.call(remove, Replies::number);
        }
        return removed;
    }

    @Override
    public List<String> evaluate(ServerScript script, List<String> keys, List<String> arguments) {
        return script.run(
                server,
                keys,
                call -> {
                    arguments.forEach(call::text);
                    return call;
                },
                Replies::texts);
    }

    @Override
    public Optional<String> lease(String key, String holder, @Nullable String insteadOf, Duration lifetime) {
        return LuaScript.LEASE.run(
                server,
                List.of(key),
                script -> script.text(holder)
                        .number(Math.max(1, lifetime.toMillis()))
                        .text(insteadOf == null ? "" : insteadOf),
                reply -> reply == null ? Optional.empty() : Optional.of(Replies.text(reply)));
    }

    @Override
    public void release(String key, String holder) {
        LuaScript.RELEASE.run(server, List.of(key), script -> script.text(holder), Replies::number);
    }

    @Override
    public boolean canTouchTogether(Collection<String> keys) {
        return server.inOneStep(keys).size() <= 1;
    }

    @Override
    public List<PoolUse> pools() {
        return server.pools();
    }

    @Override
    public void close() {
        closed = true;
        readers.forEach(StreamReader::close);
        server.close();
    }
}
