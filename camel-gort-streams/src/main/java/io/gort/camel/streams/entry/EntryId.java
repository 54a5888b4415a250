package io.gort.camel.streams.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The id of an entry in a stream: milliseconds since 1970 and a sequence number within that millisecond, written
 * {@code 1526919030474-55}. Both parts are unsigned 64-bit numbers on the server; ids order by time, then by sequence.
 *
 * @param millis   the time part, as an unsigned number
 * @param sequence the sequence part, as an unsigned number
 */
public record EntryId(long millis, long sequence) implements Comparable<EntryId> {

    /** {@code 0-0}: before every entry; no entry can have it. */
    public static final EntryId ZERO = new EntryId(0, 0);

    /** The largest id that the server knows. */
    public static final EntryId MAX = new EntryId(-1L, -1L);

    /**
     * Reads {@code millis-sequence} or a bare {@code millis}, whose sequence is then 0.
     *
     * @throws IllegalArgumentException if the text is not an entry id
     */
    public static EntryId parse(String text) {
        int dash = text.indexOf('-');
        try {
            return dash < 0
                    ? new EntryId(Long.parseUnsignedLong(text), 0)
                    : new EntryId(
                            Long.parseUnsignedLong(text, 0, dash, 10),
                            Long.parseUnsignedLong(text, dash + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("entry id: " + text + " (expected: millis-sequence)", e);
        }
    }

    /**
     * The smallest id of a time.
     *
     * @throws IllegalArgumentException if the time is before 1970
     */
    public static EntryId firstAt(Instant time) {
        return new EntryId(millisOf(time), 0);
    }

    /**
     * The largest id of a time.
     *
     * @throws IllegalArgumentException if the time is before 1970
     */
    public static EntryId lastAt(Instant time) {
        return new EntryId(millisOf(time), -1L);
    }

    private static long millisOf(Instant time) {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            throw new IllegalArgumentException("time: " + time + " (expected: 1970 or later, in milliseconds)");
        }
        return time.toEpochMilli();
    }

    /**
     * The next larger id; an exclusive lower bound becomes an inclusive one with it. After {@link #MAX} comes itself.
     */
    public EntryId next() {
        if (equals(MAX)) {
            return MAX;
        }
        return sequence == -1L ? new EntryId(millis + 1, 0) : new EntryId(millis, sequence + 1);
    }

    /** The next smaller id. The one before {@link #ZERO} is {@link #ZERO} itself. */
    public EntryId previous() {
        if (equals(ZERO)) {
            return ZERO;
        }
        return sequence == 0 ? new EntryId(millis - 1, -1L) : new EntryId(millis, sequence - 1);
    }

    public boolean isAfter(EntryId other) {
        return compareTo(other) > 0;
    }

    public boolean isBefore(EntryId other) {
        return compareTo(other) < 0;
    }

    /** The smaller of the two; an absent one does not count. */
    public static EntryId smaller(@Nullable EntryId a, EntryId b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    /** The larger of the two; an absent one does not count. */
    public static EntryId larger(@Nullable EntryId a, EntryId b) {
        return a == null || b.isAfter(a) ? b : a;
    }

    @Override
    public int compareTo(EntryId other) {
        int byTime = Long.compareUnsigned(millis, other.millis);
        return byTime != 0 ? byTime : Long.compareUnsigned(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(millis) + "-" + Long.toUnsignedString(sequence);
    }
}
