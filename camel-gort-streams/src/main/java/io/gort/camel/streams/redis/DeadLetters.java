package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.EntryId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Moves pending entries to dead-letter streams. */
final class DeadLetters {

    /** Lua cannot hand more than 8000 arguments to a command. */
    private static final int MOST_SCRIPT_ARGUMENTS = 7900;

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
