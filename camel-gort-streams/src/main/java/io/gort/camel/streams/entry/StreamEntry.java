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
        fields = fields instanceof FewFields ? fields : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Fields in the order given, unmodifiable; of a name that comes twice the last value counts. An entry takes them as they
     * are, without a copy.
     *
     * @param texts names and values in turns; not to be changed any more
     */
    public static Map<String, String> fieldsOf(String[] texts) {
        if (texts.length <= 2 * FewFields.MOST && !FewFields.hasRepeatedName(texts)) {
            return new FewFields(texts);
        }
        Map<String, String> fields = new LinkedHashMap<>(texts.length);
        for (int i = 0; i < texts.length; i += 2) {
            fields.put(texts[i], texts[i + 1]);
        }
        return Collections.unmodifiableMap(fields);
    }
}
