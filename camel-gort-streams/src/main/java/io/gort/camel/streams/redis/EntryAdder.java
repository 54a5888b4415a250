package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.OnlyOnce;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Adds entries, one or many at a time: by a plain command, or by a script where one may be added only once. */
final class EntryAdder {

    /** Stands for the server's nil until it is known which stream there is not. */
    private static final AddOutcome NO_STREAM = noStream("the stream");

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
        AddOutcome outcome = addAll(List.of(entry)).get(0);
        if (outcome instanceof AddOutcome.Failed failed) {
            throw failed.cause();
        }
        return ((AddOutcome.Added) outcome).id();
    }

    List<AddOutcome> addAll(List<AddEntry> entries) {
        List<AddOutcome> outcomes = addAll(entries, this::command);
        List<Integer> unknownToTheServer = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (outcomes.get(i) instanceof AddOutcome.NotAdded failed
                    && failed.cause() instanceof UnknownScriptException) {
                unknownToTheServer.add(i);
            }
        }
        if (!unknownToTheServer.isEmpty()) {
            List<AddEntry> again = unknownToTheServer.stream().map(entries::get).toList();
            List<AddOutcome> then = addAll(again, this::commandWithWholeScript);
            for (int i = 0; i < then.size(); i++) {
                outcomes.set(unknownToTheServer.get(i), then.get(i));
            }
        }
        return outcomes;
    }

    private List<AddOutcome> addAll(List<AddEntry> entries, Function<AddEntry, RedisCommand> command) {
        if (entries.isEmpty()) {
            return new ArrayList<>();
        }
        List<RedisCommand> commands = new ArrayList<>(entries.size());
        entries.forEach(entry -> commands.add(command.apply(entry)));
        List<AddOutcome> outcomes = new ArrayList<>(server.callAll(commands, EntryAdder::outcome, EntryAdder::failed));
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == NO_STREAM) {
                outcomes.set(i, noStream(entries.get(i).streamKey()));
            }
        }
        return outcomes;
    }

    private RedisCommand command(AddEntry entry) {
        OnlyOnce onlyOnce = entry.onlyOnce();
        return onlyOnce == null
                ? arguments(RedisCommand.onKey(Command.XADD, entry.streamKey()), entry)
                : LuaScript.ADD_ONCE.command(true, keys(entry, onlyOnce), script -> arguments(script, entry, onlyOnce));
    }

    private RedisCommand commandWithWholeScript(AddEntry entry) {
        OnlyOnce onlyOnce = entry.onlyOnce();
        return onlyOnce == null
                ? command(entry)
                : LuaScript.ADD_ONCE.command(
                        false, keys(entry, onlyOnce), script -> arguments(script, entry, onlyOnce));
    }

    private static List<String> keys(AddEntry entry, OnlyOnce onlyOnce) {
        return List.of(entry.streamKey(), onlyOnce.markerKey());
    }

    private RedisCommand arguments(RedisCommand script, AddEntry entry, OnlyOnce onlyOnce) {
        return arguments(script.number(onlyOnce.lifetime().toMillis()), entry);
    }

    /** Appends the arguments of {@code XADD} that follow the key. */
    private RedisCommand arguments(RedisCommand add, AddEntry entry) {
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
        return reply == null ? NO_STREAM : new AddOutcome.Added(Replies.id(reply));
    }

    private static AddOutcome.NotAdded noStream(String streamKey) {
        return new AddOutcome.NotAdded(new RedisStreamException(
                streamKey + " does not exist, and createStream: false (expected: a stream that is there)", null));
    }

    private static AddOutcome failed(RedisStreamException failure) {
        return failure instanceof ConnectionLostException && !(failure instanceof NoConnectionException)
                ? new AddOutcome.Unknown(failure)
                : new AddOutcome.NotAdded(failure);
    }
}
