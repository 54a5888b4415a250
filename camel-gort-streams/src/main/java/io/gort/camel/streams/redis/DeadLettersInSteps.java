package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/**
 * Moves pending entries to dead-letter streams, and back, where no script can: an entry of thousands of fields, or a
 * dead-letter stream in another slot of a cluster. The steps are those of the scripts in the same order, so an error
 * loses nothing, but it, or two members at once, may make two of one.
 */
final class DeadLettersInSteps {

    private static final Duration LONG_IDLE = Duration.ofDays(1);

    private final ServerCalls server;

    DeadLettersInSteps(ServerCalls server) {
        this.server = server;
    }

    Optional<EntryId> move(DeadLetter letter) {
        String streamKey = letter.entry().streamKey();
        EntryId id = letter.entry().id();
        if (!isPending(streamKey, letter.group(), id)) {
            return Optional.empty();
        }
        List<?> fields = fieldsOf(streamKey, id);
        RedisCommand add = RedisCommand.onKey(Command.XADD, letter.deadLetterStream())
                .word(Keyword.MAXLEN)
                .text("~")
                .number(letter.length())
                .text("*");
        if (fields.isEmpty()) {
            add.fields(letter.entry().fields());
        } else {
            fields.forEach(text -> add.bytes((byte[]) text));
        }
        EntryId newId = server.call(add.fields(letter.fields()), Replies::id);
        long acknowledged = server.call(
                RedisCommand.onKey(Command.XACK, streamKey).text(letter.group()).id(id), Replies::number);
        return acknowledged == 0 ? Optional.empty() : Optional.of(newId);
    }

    Replay.Outcome replay(StreamEntry letter, String streamKey, String group, EntryId id, boolean really) {
        List<?> fields = fieldsOf(letter.streamKey(), letter.id());
        if (fields.isEmpty()) {
            return Replay.Outcome.GONE;
        }
        boolean pending;
        try {
            pending = isPending(streamKey, group, id);
        } catch (NoSuchGroupException e) {
            return Replay.Outcome.NO_GROUP;
        }
        boolean there = !fieldsOf(streamKey, id).isEmpty();
        if (there && pending) {
            return Replay.Outcome.PENDING;
        }
        if (really) {
            Object unused = there ? putBack(streamKey, group, id) : addAgain(fields, streamKey, group, id);
            server.call(RedisCommand.onKey(Command.XDEL, letter.streamKey()).id(letter.id()), Replies::number);
        }
        return there ? Replay.Outcome.PUT_BACK : Replay.Outcome.ADDED;
    }

    private List<EntryId> putBack(String streamKey, String group, EntryId id) {
        RedisCommand claim = RedisCommand.onKey(Command.XCLAIM, streamKey)
                .text(group)
                .text(DeadLetters.REPLAY_HOLDER)
                .number(0)
                .id(id)
                .word(Keyword.IDLE)
                .number(LONG_IDLE.toMillis())
                .text("RETRYCOUNT")
                .number(0)
                .text("FORCE")
                .text("JUSTID");
        return server.call(claim, Replies::ids);
    }

    private EntryId addAgain(List<?> fields, String streamKey, String group, EntryId id) {
        RedisCommand add = RedisCommand.onKey(Command.XADD, streamKey).text("*");
        long count = 0;
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            String field = Replies.text(fields.get(i));
            if (field.equals(DeadLetterFields.REPLAY_COUNT)) {
                count = numberOrZero(Replies.text(fields.get(i + 1)));
            } else if (!isOfTheLetter(field)) {
                add.bytes((byte[]) fields.get(i)).bytes((byte[]) fields.get(i + 1));
            }
        }
        add.text(DeadLetterFields.REPLAY_OF).id(id);
        add.text(DeadLetterFields.REPLAY_GROUP).text(group);
        add.text(DeadLetterFields.REPLAY_COUNT).number(count + 1);
        return server.call(add, Replies::id);
    }

    private boolean isPending(String streamKey, String group, EntryId id) {
        RedisCommand list = RedisCommand.onKey(Command.XPENDING, streamKey)
                .text(group)
                .id(id)
                .id(id)
                .number(1);
        return !server.call(list, Replies::list).isEmpty();
    }

    /** Its fields and values in turn, byte for byte; none if it is not there. */
    private List<?> fieldsOf(String streamKey, EntryId id) {
        List<?> found =
                server.call(RedisCommand.onKey(Command.XRANGE, streamKey).id(id).id(id), Replies::list);
        return found.isEmpty()
                ? List.of()
                : Replies.list(Replies.list(found.get(0)).get(1));
    }

    private static boolean isOfTheLetter(String field) {
        return field.equals(DeadLetterFields.REPLAY_OF)
                || field.equals(DeadLetterFields.REPLAY_GROUP)
                || field.startsWith(DeadLetterFields.PREFIX);
    }

    private static long numberOrZero(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
