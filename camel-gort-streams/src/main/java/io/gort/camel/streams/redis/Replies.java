package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the raw replies that carry texts, ids and entries. RESP 3 replies are understood where they differ. */
final class Replies {

    private Replies() {}

    static String text(@Nullable Object reply) {
        return new String((byte[]) Objects.requireNonNull(reply, "text"), StandardCharsets.UTF_8);
    }

    static long number(@Nullable Object reply) {
        return (Long) Objects.requireNonNull(reply, "number");
    }

    /** A list of texts and numbers, these as digits. */
    static List<String> texts(@Nullable Object reply) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(reply)) {
            texts.add(element instanceof Long number ? number.toString() : text(element));
        }
        return texts;
    }

    /** A nil list is an empty one. */
    static List<?> list(@Nullable Object reply) {
        return reply == null ? List.of() : (List<?>) reply;
    }

    static EntryId id(@Nullable Object reply) {
        byte[] bytes = (byte[]) Objects.requireNonNull(reply, "entry id");
        long millis = 0;
        int i = 0;
        for (; i < bytes.length && bytes[i] != '-'; i++) {
            millis = millis * 10 + digit(bytes, i);
        }
        long sequence = 0;
        for (i++; i < bytes.length; i++) {
            sequence = sequence * 10 + digit(bytes, i);
        }
        return new EntryId(millis, sequence);
    }

    static List<EntryId> ids(@Nullable Object reply) {
        List<EntryId> ids = new ArrayList<>();
        for (Object id : list(reply)) {
            ids.add(id(id));
        }
        return ids;
    }

    /** The answer to XREAD and XREADGROUP: the entries of each stream in turn. */
    static List<StreamEntry> entriesOfStreams(@Nullable Object reply) {
        List<StreamEntry> entries = new ArrayList<>();
        for (Object stream : list(reply)) {
            if (stream instanceof Map.Entry<?, ?> pair) {
                addEntries(text(pair.getKey()), pair.getValue(), entries);
            } else {
                List<?> pair = list(stream);
                addEntries(text(pair.get(0)), pair.get(1), entries);
            }
        }
        return entries;
    }

    /** The answer to XRANGE. */
    static List<StreamEntry> entries(String streamKey, @Nullable Object reply) {
        List<StreamEntry> entries = new ArrayList<>();
        addEntries(streamKey, reply, entries);
        return entries;
    }

    private static void addEntries(String streamKey, @Nullable Object reply, List<StreamEntry> entries) {
        for (Object element : list(reply)) {
            List<?> entry = list(element);
            // an entry that was trimmed comes as nil, or with nil for its fields
            if (entry.size() >= 2 && entry.get(1) != null) {
                entries.add(new StreamEntry(streamKey, id(entry.get(0)), fields(entry.get(1))));
            }
        }
    }

    static Map<String, String> fields(@Nullable Object reply) {
        List<?> replies = list(reply);
        String[] texts = new String[replies.size() & ~1];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(replies.get(i));
        }
        return StreamEntry.fieldsOf(texts);
    }

    /** A map that names what the server tells, as from XINFO. */
    static Map<String, @Nullable Object> properties(@Nullable Object reply) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        List<?> list = list(reply);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map.Entry<?, ?> pair) {
                properties.put(text(pair.getKey()), pair.getValue());
            } else {
                properties.put(text(list.get(i)), list.get(++i));
            }
        }
        return properties;
    }

    private static int digit(byte[] bytes, int at) {
        int digit = bytes[at] - '0';
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException(
                    "entry id: " + new String(bytes, StandardCharsets.UTF_8) + " (expected: millis-sequence)");
        }
        return digit;
    }
}
