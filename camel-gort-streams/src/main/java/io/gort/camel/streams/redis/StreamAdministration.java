package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.entry.Trim;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Looks at streams as a whole, and cuts them. */
final class StreamAdministration implements StreamCommands {

    private final ServerCalls server;
    private final Clock clock;

    /**
     * @param clock tells what is too old when a stream is trimmed by age
     */
    StreamAdministration(ServerCalls server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public long length(String streamKey) {
        return server.call(RedisCommand.onKey(Command.XLEN, streamKey), Replies::number);
    }

    @Override
    public Optional<StreamInfo> streamInfo(String streamKey) {
        RedisCommand ask = RedisCommand.about(Command.XINFO, streamKey)
                .word(Keyword.STREAM)
                .key(streamKey);
        try {
            return Optional.of(server.call(ask, InfoReplies::streamInfo));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<StreamEntry> range(String streamKey, EntryId from, EntryId to, int count) {
        return entries(Command.XRANGE, streamKey, from, to, count);
    }

    @Override
    public List<StreamEntry> reverseRange(String streamKey, EntryId from, EntryId to, int count) {
        return entries(Command.XREVRANGE, streamKey, to, from, count);
    }

    private List<StreamEntry> entries(Command command, String streamKey, EntryId first, EntryId last, int count) {
        RedisCommand range = RedisCommand.onKey(command, streamKey)
                .id(first)
                .id(last)
                .word(Keyword.COUNT)
                .number(count);
        return server.call(range, reply -> Replies.entries(streamKey, reply));
    }

    @Override
    public long trim(String streamKey, Trim trim) {
        if (trim.equals(Trim.NONE)) {
            return 0;
        }
        RedisCommand command = Trimming.add(RedisCommand.onKey(Command.XTRIM, streamKey), trim, clock);
        if (!trim.exact()) {
            command.word(Keyword.LIMIT).number(0); // without it the server stops after 10 000 entries
        }
        return server.call(command, Replies::number);
    }

    @Override
    public long delete(String streamKey, Collection<EntryId> ids) {
        return ids.isEmpty()
                ? 0
                : server.call(RedisCommand.onKey(Command.XDEL, streamKey).ids(ids), Replies::number);
    }

    @Override
    public Set<String> streamKeys(String pattern) {
        return new KeyScan(server).streamKeys(pattern);
    }
}
