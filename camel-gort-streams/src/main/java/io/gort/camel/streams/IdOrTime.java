package io.gort.camel.streams;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupStart;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * A place in a stream, told as an entry id or as a time.
 *
 * @param first the first entry of the place: the id, or the smallest of the time
 * @param last  the last entry of the place: the id, or the largest of the time
 * @param start where a group begins there: after the id, or with the first entry of the time
 */
record IdOrTime(EntryId first, EntryId last, GroupStart start) {

    static final String EXPECTED =
            "an entry id, a time such as 2025-09-04T12:00:00Z, or a number of milliseconds since 1970";

    private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");
    private static final Pattern ID = Pattern.compile("\\d{1,20}-\\d{1,20}");

    /**
     * Reads an {@link EntryId}, {@link Instant}, {@link Date}, number of milliseconds since 1970, or text of one of
     * these.
     *
     * @throws IllegalArgumentException naming the header or option, its value and what was expected
     */
    static IdOrTime of(String name, Object value) {
        try {
            if (value instanceof EntryId id) {
                return ofId(id);
            }
            if (value instanceof Instant time) {
                return ofTime(time);
            }
            return value instanceof Date date
                    ? ofTime(date.toInstant())
                    : ofText(value.toString().trim());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + EXPECTED + ")", e);
        }
    }

    private static IdOrTime ofText(String text) {
        if (ID.matcher(text).matches()) {
            return ofId(EntryId.parse(text));
        }
        if (DIGITS.matcher(text).matches()) {
            long millis = EntryId.parse(text).millis();
            return between(new EntryId(millis, 0), new EntryId(millis, -1L));
        }
        return ofTime(Instant.parse(text));
    }

    private static IdOrTime ofTime(Instant time) {
        return between(EntryId.firstAt(time), EntryId.lastAt(time));
    }

    private static IdOrTime between(EntryId first, EntryId last) {
        return new IdOrTime(first, last, GroupStart.after(first.previous()));
    }

    private static IdOrTime ofId(EntryId id) {
        return new IdOrTime(id, id, GroupStart.after(id));
    }
}
