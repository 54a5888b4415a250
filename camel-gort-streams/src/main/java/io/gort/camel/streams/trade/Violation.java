package io.gort.camel.streams.trade;

import java.util.Objects;

/**
 * One broken rule, written {@code price: -1 (expected: above zero)}. Field and value are cut at 100 characters.
 *
 * @param field    the wire name of the field, with its place inside nested values: {@code bids[3].price}
 * @param value    what was found
 * @param expected what was expected instead
 */
public record Violation(String field, String value, String expected) {

    private static final int LONGEST = 100;

    public Violation {
        field = bounded(field);
        value = bounded(value);
        Objects.requireNonNull(expected, "expected");
    }

    /** The text itself, or its first 100 characters and three dots. */
    public static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "...";
    }

    @Override
    public String toString() {
        return field + ": " + value + " (expected: " + expected + ")";
    }
}
