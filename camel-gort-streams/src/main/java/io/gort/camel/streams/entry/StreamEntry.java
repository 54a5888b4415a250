package io.gort.camel.streams.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One entry of a stream.
 *
 * @param streamKey the stream that it stands on
 * @param id        its id there
 * @param fields    its fields in the order of the stream, unmodifiable; of a field written twice the last value counts
 */
public record StreamEntry(String streamKey, EntryId id, Map<String, String> fields) {

    public StreamEntry {
        Objects.requireNonNull(streamKey, "streamKey");
        Objects.requireNonNull(id, "id");
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
