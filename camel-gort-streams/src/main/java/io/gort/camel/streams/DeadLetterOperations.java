package io.gort.camel.streams;

import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.redis.StreamClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Replays and purges the dead letters of a stream, by a range of their ids. */
record DeadLetterOperations(StreamClient client, String deadLetterStream) {

    private static final int READ_AT_ONCE = 1_000;

    /** Gives the letters of the range another try, in order, or tells what would be done. */
    List<Replay> replay(StreamRequest.DeadLetters request) {
        List<Replay> replays = new ArrayList<>();
        read(request.range(), letters -> letters.forEach(letter -> replays.add(replay(letter, !request.dryRun()))));
        return replays;
    }

    private Replay replay(StreamEntry letter, boolean really) {
        try {
            return client.replay(letter, really);
        } catch (InvalidEntryException e) {
            return Replay.notALetter(letter.id());
        }
    }

    /**
     * Deletes the letters of the range, or tells how many there are.
     *
     * @throws IllegalArgumentException if what is there are no dead letters, before any of these is deleted
     */
    long purge(StreamRequest.DeadLetters request) {
        AtomicLong purged = new AtomicLong();
        read(request.range(), letters -> {
            letters.forEach(this::requireLetter);
            List<EntryId> ids = letters.stream().map(StreamEntry::id).toList();
            purged.addAndGet(request.dryRun() ? ids.size() : client.delete(deadLetterStream, ids));
        });
        return purged.get();
    }

    /** On a stream that is not named like one for dead letters, the fields must show that an entry is one. */
    private void requireLetter(StreamEntry entry) {
        if (!StreamKeys.isDeadLetter(deadLetterStream) && !entry.fields().containsKey(DeadLetterFields.REASON)) {
            throw new IllegalArgumentException("stream: " + deadLetterStream
                    + " (expected: a dead-letter stream; its entry " + entry.id() + " is no dead letter)");
        }
    }

    private void read(StreamRequest.Range range, Consumer<List<StreamEntry>> action) {
        EntryId from = range.from();
        int left = range.count();
        while (left > 0) {
            int wanted = Math.min(left, READ_AT_ONCE);
            List<StreamEntry> letters = client.range(deadLetterStream, from, range.to(), wanted);
            action.accept(letters);
            left = letters.size() < wanted ? 0 : left - wanted;
            from = letters.isEmpty()
                    ? from
                    : letters.get(letters.size() - 1).id().next();
        }
    }
}
