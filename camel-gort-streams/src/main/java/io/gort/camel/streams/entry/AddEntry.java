package io.gort.camel.streams.entry;

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
 */
public record AddEntry(
        String streamKey,
        Map<String, String> fields,
        @Nullable EntryId id,
        Trim trim,
        boolean makeStream) {

    public AddEntry {
        if (fields.isEmpty()) {
            throw new InvalidEntryException("entry", java.util.List.of("fields: none (expected: at least one)"));
        }
    }

    public AddEntry(String streamKey, Map<String, String> fields, Trim trim) {
        this(streamKey, fields, null, trim, true);
    }
}
