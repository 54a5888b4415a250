package io.gort.camel.streams;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.StreamClient;
import java.util.List;
import org.apache.camel.Message;

/** Replays and purges the dead letters of a stream, by a range of their ids. */
record DeadLetterOperations(StreamClient client) {

    private static final int DEFAULT_COUNT = 1_000;

    /** Gives the letters of the range another try, in order, or tells what would be done. */
    List<Replay> replay(String deadLetterStream, Message request) {
        boolean really = !isDryRun(request);
        return letters(deadLetterStream, request).stream()
                .map(letter -> client.replay(letter, really))
                .toList();
    }

    /** Deletes the letters of the range, or tells how many there are. */
    long purge(String deadLetterStream, Message request) {
        List<EntryId> ids =
                letters(deadLetterStream, request).stream().map(StreamEntry::id).toList();
        return isDryRun(request) ? ids.size() : client.delete(deadLetterStream, ids);
    }

    private List<StreamEntry> letters(String deadLetterStream, Message request) {
        Integer count = request.getHeader(GortStreamsConstants.COUNT, Integer.class);
        if (count != null && count < 1) {
            throw new IllegalArgumentException(GortStreamsConstants.COUNT + ": " + count + " (expected: 1 or more)");
        }
        return client.range(
                deadLetterStream,
                id(request, GortStreamsConstants.FROM, EntryId.ZERO),
                id(request, GortStreamsConstants.TO, EntryId.MAX),
                count == null ? DEFAULT_COUNT : count);
    }

    private static EntryId id(Message request, String header, EntryId other) {
        String value = request.getHeader(header, String.class);
        try {
            return value == null ? other : EntryId.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(header + ": " + value + " (expected: an entry id)", e);
        }
    }

    private static boolean isDryRun(Message request) {
        return request.getHeader(GortStreamsConstants.DRY_RUN, false, Boolean.class);
    }
}
