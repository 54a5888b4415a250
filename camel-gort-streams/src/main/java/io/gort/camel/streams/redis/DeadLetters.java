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

/** Moves pending entries to dead-letter streams, and back. */
final class DeadLetters {

    /** Lua cannot hand more than 8000 arguments to a command. */
    private static final int MOST_SCRIPT_ARGUMENTS = 7900;

    /** Owns entries that were put back until a member claims them. */
    static final String REPLAY_HOLDER = "gort-streams-replay";

    /** The script's 0. No entry has this id. */
    private static final Optional<EntryId> TOO_MANY_FIELDS = Optional.of(EntryId.ZERO);

    private final ServerCalls server;
    private final DeadLettersInSteps inSteps;

    DeadLetters(ServerCalls server) {
        this.server = server;
        this.inSteps = new DeadLettersInSteps(server);
    }

    Optional<EntryId> move(DeadLetter letter) {
        if (isApart(letter.entry().streamKey(), letter.deadLetterStream())) {
            return inSteps.move(letter);
        }
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
        return newId.equals(TOO_MANY_FIELDS) ? inSteps.move(letter) : newId;
    }

    Replay replay(StreamEntry letter, boolean really) {
        String streamKey = named(letter, DeadLetterFields.STREAM);
        String group = named(letter, DeadLetterFields.GROUP);
        EntryId id = entryId(letter);
        Replay.Outcome done = isApart(letter.streamKey(), streamKey)
                ? inSteps.replay(letter, streamKey, group, id, really)
                : replayed(letter, streamKey, group, id, really);
        return new Replay(letter.id(), streamKey, id, group, done);
    }

    private Replay.Outcome replayed(StreamEntry letter, String streamKey, String group, EntryId id, boolean really) {
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
        return Replay.Outcome.valueOf(outcome.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private boolean isApart(String streamKey, String deadLetterStream) {
        return server.inOneStep(List.of(streamKey, deadLetterStream)).size() > 1;
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

    private static Optional<EntryId> newId(@Nullable Object reply) {
        if (reply == null) {
            return Optional.empty();
        }
        return reply instanceof Long ? TOO_MANY_FIELDS : Optional.of(Replies.id(reply));
    }
}
