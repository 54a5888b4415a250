package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Moves pending entries to dead-letter streams, and back. */
final class DeadLetters {

    /** Lua cannot hand more than 8000 arguments to a command. */
    private static final int MOST_SCRIPT_ARGUMENTS = 7900;

    /** Owns entries that were put back until a member claims them. */
    private static final String REPLAY_HOLDER = "gort-streams-replay";

    /** The script's 0. No entry has this id. */
    private static final Optional<EntryId> TOO_MANY_FIELDS = Optional.of(EntryId.ZERO);

    private final ServerCalls server;

    DeadLetters(ServerCalls server) {
        this.server = server;
    }

    Optional<EntryId> move(DeadLetter letter) {
        Optional<EntryId> newId = LuaScript.DEAD_LETTER.run(
                server,
                List.of(letter.entry().streamKey(), letter.deadLetterStream()),
                script -> script.text(letter.group())
                        .id(letter.entry().id())
                        .number(letter.length())
                        .number(MOST_SCRIPT_ARGUMENTS)
                        .number(2L * letter.entry().fields().size())
                        .fields(letter.entry().fields())
                        .fields(letter.fields()),
                DeadLetters::newId);
        return newId.equals(TOO_MANY_FIELDS) ? moveInSteps(letter) : newId;
    }

    /**
     * For an entry with thousands of fields, which no script can add: the same steps in the same order, one by one. An
     * error leaves the entry pending as well, but two members at once may make two letters.
     */
    private Optional<EntryId> moveInSteps(DeadLetter letter) {
        String streamKey = letter.entry().streamKey();
        EntryId id = letter.entry().id();
        List<?> found =
                server.call(RedisCommand.onKey(Command.XRANGE, streamKey).id(id).id(id), Replies::list);
        EntryId newId = server.call(addition(letter, found), Replies::id);
        long acknowledged = server.call(
                RedisCommand.onKey(Command.XACK, streamKey).text(letter.group()).id(id), Replies::number);
        return acknowledged == 0 ? Optional.empty() : Optional.of(newId);
    }

    Replay replay(StreamEntry letter, boolean really) {
        String streamKey = named(letter, DeadLetterFields.STREAM);
        String group = named(letter, DeadLetterFields.GROUP);
        EntryId id = entryId(letter);
        String outcome = LuaScript.REPLAY.run(
                server,
                List.of(letter.streamKey(), streamKey),
                script -> script.id(letter.id())
                        .text(group)
                        .id(id)
                        .text(DeadLetterFields.PREFIX)
                        .text(REPLAY_HOLDER)
                        .number(really ? 1 : 0),
                Replies::text);
        Replay.Outcome done = Replay.Outcome.valueOf(outcome.replace('-', '_').toUpperCase(Locale.ROOT));
        return new Replay(letter.id(), streamKey, id, group, done);
    }

    private static EntryId entryId(StreamEntry letter) {
        String id = named(letter, DeadLetterFields.ENTRY_ID);
        try {
            return EntryId.parse(id);
        } catch (IllegalArgumentException e) {
            throw notALetter(letter, DeadLetterFields.ENTRY_ID, id);
        }
    }

    private static String named(StreamEntry letter, String field) {
        String value = letter.fields().get(field);
        if (value == null || value.isBlank()) {
            throw notALetter(letter, field, "none");
        }
        return value;
    }

    private static InvalidEntryException notALetter(StreamEntry letter, String field, String value) {
        return new InvalidEntryException(
                "dead letter " + letter.streamKey() + "/" + letter.id(),
                List.of(field + ": " + value + " (expected: as a consumer writes it)"));
    }

    private static RedisCommand addition(DeadLetter letter, List<?> found) {
        RedisCommand add = RedisCommand.onKey(Command.XADD, letter.deadLetterStream())
                .word(Keyword.MAXLEN)
                .text("~")
                .number(letter.length())
                .text("*");
        if (found.isEmpty()) {
            add.fields(letter.entry().fields());
        } else {
            for (Object text : Replies.list(Replies.list(found.get(0)).get(1))) {
                add.bytes((byte[]) text);
            }
        }
        return add.fields(letter.fields());
    }

    private static Optional<EntryId> newId(@Nullable Object reply) {
        if (reply == null) {
            return Optional.empty();
        }
        return reply instanceof Long ? TOO_MANY_FIELDS : Optional.of(Replies.id(reply));
    }
}
