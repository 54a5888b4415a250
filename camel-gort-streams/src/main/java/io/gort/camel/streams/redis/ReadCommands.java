package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** The commands by which streams are read. */
final class ReadCommands {

    private ReadCommands() {}

    static RedisCommand newOf(Collection<String> streamKeys, GroupMember member, int count, Duration block) {
        return streams(groupRead(streamKeys, member, count, block), streamKeys);
    }

    static RedisCommand unacknowledgedOf(Collection<String> streamKeys, GroupMember member, int count, Duration block) {
        return streams(groupRead(streamKeys, member, count, block).text("NOACK"), streamKeys);
    }

    static RedisCommand after(Map<String, EntryId> after, int count, Duration block) {
        RedisCommand read = RedisCommand.about(Command.XREAD, after.keySet());
        limits(read, count, block);
        read.word(Keyword.STREAMS);
        after.keySet().forEach(read::key);
        after.values().forEach(read::id);
        return read;
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

    private static RedisCommand streams(RedisCommand read, Collection<String> streamKeys) {
        read.word(Keyword.STREAMS);
        streamKeys.forEach(read::key);
        streamKeys.forEach(key -> read.text(">"));
        return read;
    }

    private static void limits(RedisCommand read, int count, Duration block) {
        read.word(Keyword.COUNT).number(count);
        if (block.compareTo(Duration.ZERO) > 0) {
            read.word(Keyword.BLOCK).number(Math.max(1, block.toMillis()));
        }
    }
}
