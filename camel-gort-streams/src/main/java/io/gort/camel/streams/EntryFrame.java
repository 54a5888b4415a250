package io.gort.camel.streams;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.OnlyOnce;
import io.gort.camel.streams.entry.StreamKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What options and headers say about an entry, beside its stream and fields.
 *
 * @param id             its id; null lets the server choose
 * @param trim           how its stream is trimmed
 * @param createStream   whether it may create its stream
 * @param idempotencyKey what tells it from all others of its stream; null lets it be added twice
 * @param remembered     how long the server remembers the idempotency key
 */
record EntryFrame(
        @Nullable EntryId id,
        TrimChoice trim,
        boolean createStream,
        @Nullable String idempotencyKey,
        Duration remembered) {

    static EntryFrame of(GortStreamsConfiguration options, TrimChoice trim, @Nullable EntryId id, Message message) {
        return new EntryFrame(
                id,
                trim.orAsSaidBy(message),
                options.isCreateStream(),
                options.isIdempotent() ? idempotencyKey(message) : null,
                options.getIdempotencyLifetime());
    }

    /** The same for an element of a List, of which each is told from the others. */
    EntryFrame ofElement(int index) {
        return idempotencyKey == null
                ? this
                : new EntryFrame(id, trim, createStream, idempotencyKey + ":" + index, remembered);
    }

    AddEntry around(String streamKey, Map<String, String> fields) {
        return new AddEntry(streamKey, fields, id, trim.forStream(streamKey), createStream, onlyOnce(streamKey));
    }

    private @Nullable OnlyOnce onlyOnce(String streamKey) {
        if (idempotencyKey == null) {
            return null;
        }
        try {
            return new OnlyOnce(StreamKeys.markerFor(streamKey, idempotencyKey), remembered);
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException("entry", String.valueOf(e.getMessage()), e);
        }
    }

    private static String idempotencyKey(Message message) {
        Object given = message.getHeader(GortStreamsConstants.IDEMPOTENCY_KEY);
        if (given == null) {
            return UUID.randomUUID().toString();
        }
        String key = given.toString();
        if (key.isBlank()) {
            throw new InvalidEntryException(
                    "header", List.of(GortStreamsConstants.IDEMPOTENCY_KEY + ": '" + key + "' (expected: not empty)"));
        }
        return key;
    }
}
