package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * How large an entry may be.
 *
 * @param max how many bytes its names and values may have together
 */
record EntrySize(long max) {

    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** @throws InvalidEntryException naming the largest field, if there are more */
    void check(Map<String, String> fields) {
        long chars = 0;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            chars += field.getKey().length() + (long) field.getValue().length();
        }
        if (chars * MOST_BYTES_OF_A_CHAR <= max) {
            return;
        }
        long total = 0;
        long largest = -1;
        String name = "";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            long size = bytes(field.getKey()) + bytes(field.getValue());
            total += size;
            if (size > largest) {
                largest = size;
                name = field.getKey();
            }
        }
        if (total > max) {
            throw new InvalidEntryException(
                    "entry",
                    List.of("maxEntrySize: " + total + " bytes, " + largest + " of them in field "
                            + Violation.bounded(name) + " (expected: at most " + max + ")"));
        }
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
