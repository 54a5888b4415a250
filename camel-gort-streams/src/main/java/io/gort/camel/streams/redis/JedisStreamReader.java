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
import java.util.function.Consumer;
import java.util.function.Supplier;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Reads over a connection of its own. */
final class JedisStreamReader implements StreamReader {

    private final ServerLink link;
    private final Duration grace;
    private final Consumer<JedisStreamReader> whenClosed;
    private boolean checkIsKnown;

    /**
     * @param link       its own; dropped at the end
     * @param whenClosed told once it is closed
     */
    JedisStreamReader(ServerLink link, Duration grace, Consumer<JedisStreamReader> whenClosed) {
        this.link = link;
        this.grace = grace;
        this.whenClosed = whenClosed;
    }

    @Override
    public List<StreamEntry> readNew(
            UnreadCheck check,
            Acknowledgements due,
            GroupMember member,
            Collection<String> streamKeys,
            int count,
            Duration block) {
        RedisCommand read = groupRead(streamKeys, member, count, block);
        newOf(streamKeys, read);

        AcknowledgementsInFlight acks = new AcknowledgementsInFlight(due);
        UnreadChecksInFlight checks = new UnreadChecksInFlight(check, member.group(), count, checkIsKnown);
        return exchange(block, () -> {
            acks.send(link);
            checks.send(link);
            link.send(read);
            acks.receive(link);
            checkIsKnown = checks.receive(link, checkIsKnown);
            return link.receive(read, Replies::entriesOfStreams);
        });
    }

    @Override
    public List<StreamEntry> readUnacknowledged(
            UnreadCheck check, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        RedisCommand read = groupRead(streamKeys, member, count, block).text("NOACK");
        newOf(streamKeys, read);
        UnreadChecksInFlight checks = new UnreadChecksInFlight(check, member.group(), count, checkIsKnown);
        return exchange(block, () -> {
            checks.send(link);
            link.send(read);
            checkIsKnown = checks.receive(link, checkIsKnown);
            return link.receive(read, Replies::entriesOfStreams);
        });
    }

    @Override
    public List<StreamEntry> readAfter(Map<String, EntryId> after, int count, Duration block) {
        RedisCommand read = RedisCommand.about(Command.XREAD, after.keySet());
        limits(read, count, block);
        read.word(Keyword.STREAMS);
        after.keySet().forEach(read::text);
        after.values().forEach(read::id);
        return exchange(block, () -> {
            link.send(read);
            return link.receive(read, Replies::entriesOfStreams);
        });
    }

    @Override
    public void close() {
        link.drop();
        whenClosed.accept(this);
    }

    private static void limits(RedisCommand read, int count, Duration block) {
        read.word(Keyword.COUNT).number(count);
        if (block.compareTo(Duration.ZERO) > 0) {
            read.word(Keyword.BLOCK).number(Math.max(1, block.toMillis()));
        }
    }

    private static RedisCommand groupRead(
            Collection<String> streamKeys, GroupMember member, int count, Duration block) {
        RedisCommand read = RedisCommand.about(Command.XREADGROUP, streamKeys)
                .word(Keyword.GROUP)
                .text(member.group())
                .text(member.consumer());
        limits(read, count, block);
        return read;
    }

    private static void newOf(Collection<String> streamKeys, RedisCommand read) {
        read.word(Keyword.STREAMS);
        streamKeys.forEach(read::text);
        streamKeys.forEach(key -> read.text(">"));
    }

    /** Whatever stops us before the last reply is read ends the connection, or the next read would get that reply. */
    private List<StreamEntry> exchange(Duration block, Supplier<List<StreamEntry>> reading) {
        link.answerWithin(block.plus(grace));
        try {
            return reading.get();
        } finally {
            if (!link.isReusable()) {
                link.drop();
            }
        }
    }
}
