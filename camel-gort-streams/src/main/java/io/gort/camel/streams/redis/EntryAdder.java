package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.EntryId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Adds entries, one or many at a time. */
final class EntryAdder {

    private final ServerCalls server;
    private final Clock clock;

    /**
     * @param clock tells what is too old when a stream is trimmed by age
     */
    EntryAdder(ServerCalls server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    EntryId add(AddEntry entry) {
        return server.call(command(entry), reply -> newId(entry, reply));
    }

    List<AddOutcome> addAll(List<AddEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return server.callAll(
                entries.stream().map(this::command).toList(), EntryAdder::outcome, AddOutcome.NotAdded::new);
    }

    private RedisCommand command(AddEntry entry) {
        RedisCommand add = RedisCommand.onKey(Command.XADD, entry.streamKey());
        if (!entry.makeStream()) {
            add.word(Keyword.NOMKSTREAM);
        }
        Trimming.add(add, entry.trim(), clock);
        if (entry.id() == null) {
            add.text("*");
        } else {
            add.id(entry.id());
        }
        return add.fields(entry.fields());
    }

    private static AddOutcome outcome(@Nullable Object reply) {
        return reply == null
                ? new AddOutcome.NotAdded(noStream("the stream"))
                : new AddOutcome.Added(Replies.id(reply));
    }

    private static EntryId newId(AddEntry entry, @Nullable Object reply) {
        if (reply == null) {
            throw noStream(entry.streamKey());
        }
        return Replies.id(reply);
    }

    private static RedisStreamException noStream(String streamKey) {
        return new RedisStreamException(streamKey + " does not exist and may not be created by this entry", null);
    }
}
