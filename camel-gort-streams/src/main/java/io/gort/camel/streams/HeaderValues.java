package io.gort.camel.streams;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Reads the headers by which an operation is told what to do, and refuses what cannot be meant. */
record HeaderValues(Exchange exchange) {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    /** The header as it is; a blank text counts as none. */
    @Nullable
    Object raw(String header) {
        Object value = exchange.getMessage().getHeader(header);
        return value instanceof CharSequence text && text.toString().isBlank() ? null : value;
    }

    /** Refuses a header that is there and says nothing, where it must not count as none. */
    void refuseBlank(String header) {
        Object value = exchange.getMessage().getHeader(header);
        if (value != null && raw(header) == null) {
            throw refused(header, "'" + value + "'", "not empty", null);
        }
    }

    boolean isGiven(String header) {
        return raw(header) != null;
    }

    @Nullable
    String text(String header) {
        Object value = raw(header);
        return value == null ? null : value.toString().trim();
    }

    Optional<IdOrTime> idOrTime(String header) {
        Object value = raw(header);
        return value == null ? Optional.empty() : Optional.of(IdOrTime.of(header, value));
    }

    /** A whole number from 1 to the largest. */
    @Nullable
    Long number(String header, long largest) {
        String text = text(header);
        if (text == null) {
            return null;
        }
        String expected = largest == Long.MAX_VALUE ? "1 or more" : "1 to " + largest;
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(header, text, expected, e);
        }
        throw refused(header, text, expected, null);
    }

    int count(int other) {
        Long count = number(GortStreamsConstants.COUNT, StreamRequest.MAX_COUNT);
        return count == null ? other : count.intValue();
    }

    /** A duration of zero or longer, as a {@link Duration}, its text, or a number of milliseconds. */
    @Nullable
    Duration duration(String header) {
        Object value = raw(header);
        if (value == null) {
            return null;
        }
        Duration duration = value instanceof Duration given
                ? given
                : durationOf(value.toString().trim());
        if (duration == null) {
            throw refused(header, value, OptionTexts.DURATION_EXPECTED, null);
        }
        if (duration.isNegative()) {
            throw refused(header, duration, "zero or longer", null);
        }
        return duration;
    }

    private @Nullable Duration durationOf(String text) {
        return OptionTexts.isDuration(text)
                ? exchange.getContext().getTypeConverter().tryConvertTo(Duration.class, text)
                : null;
    }

    boolean flag(String header, boolean other) {
        String text = text(header);
        if (text == null) {
            return other;
        }
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw refused(header, text, "true or false", null);
        }
        return Boolean.parseBoolean(text);
    }

    /** How old the entries are that a stream keeps at most. */
    @Nullable
    Duration age() {
        Duration age = duration(GortStreamsConstants.MAX_AGE);
        if (age != null && age.toMillis() < 1) {
            throw refused(GortStreamsConstants.MAX_AGE, age, "at least one millisecond", null);
        }
        return age;
    }

    /** How a stream is to be trimmed, or that it is not. */
    @Nullable
    TrimMode trimMode() {
        String text = text(GortStreamsConstants.TRIM);
        if (text == null) {
            return null;
        }
        return Arrays.stream(TrimMode.values())
                .filter(mode -> mode.name().equals(text))
                .findAny()
                .orElseThrow(() -> refused(GortStreamsConstants.TRIM, text, "approximate, exact or none", null));
    }

    /** The ids in the header: one, several with commas between, or a List of them; empty if there is none. */
    List<EntryId> ids() {
        Object value = raw(GortStreamsConstants.ENTRY_ID);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> ids) {
            return ids.stream().map(HeaderValues::id).toList();
        }
        if (value instanceof EntryId id) {
            return List.of(id);
        }
        return SEPARATOR
                .splitAsStream(value.toString().trim())
                .map(HeaderValues::id)
                .toList();
    }

    private static EntryId id(@Nullable Object value) {
        try {
            return value instanceof EntryId id ? id : EntryId.parse(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw refused(GortStreamsConstants.ENTRY_ID, value, "entry ids", e);
        }
    }

    static IllegalArgumentException refused(
            String header, @Nullable Object value, String expected, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                header + ": " + (value == null ? "none" : value) + " (expected: " + expected + ")", cause);
    }
}
