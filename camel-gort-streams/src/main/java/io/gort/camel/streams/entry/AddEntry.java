package io.gort.camel.streams.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is to be added.
 *
 * @param streamKey  the stream
 * @param fields     its fields, at least one, in the order to be written
 * @param id         its id; null lets the server choose
 * @param trim       how the stream is cut on this occasion
 * @param makeStream whether the stream may be created by it
 * @param onlyOnce   what keeps it from being added twice; null lets it
 */
public record AddEntry(
        String streamKey,
        Map<String, String> fields,
        @Nullable EntryId id,
        Trim trim,
        boolean makeStream,
        @Nullable OnlyOnce onlyOnce) {

    /** More fields do not go through a script, by which an entry is added only once. */
    public static final int MOST_FIELDS_ONLY_ONCE = 3_900;

    public AddEntry {
        if (fields.isEmpty()) {
            throw new InvalidEntryException("entry", List.of("fields: none (expected: at least one)"));
        }
        if (onlyOnce != null && fields.size() > MOST_FIELDS_ONLY_ONCE) {
            throw new InvalidEntryException(
                    "entry",
                    List.of("fields: " + fields.size() + " (expected: at most " + MOST_FIELDS_ONLY_ONCE
                            + ", as it is added by a script, with idempotent=true)"));
        }
    }

    public AddEntry(String streamKey, Map<String, String> fields, Trim trim) {
        this(streamKey, fields, null, trim, true);
    }

    public AddEntry(String streamKey, Map<String, String> fields, @Nullable EntryId id, Trim trim, boolean makeStream) {
        this(streamKey, fields, id, trim, makeStream, null);
    }
}
