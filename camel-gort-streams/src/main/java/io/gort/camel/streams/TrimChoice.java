package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.trade.StreamName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** How a stream is trimmed: as headers say, else as options say, else as is usual for its data type. */
record TrimChoice(@Nullable Long maxLength, @Nullable Duration maxAge, TrimMode mode) {

    static TrimChoice of(GortStreamsConfiguration options) {
        TrimMode given = options.getTrim();
        return new TrimChoice(
                options.getMaxLength(), options.getMaxAge(), given == null ? TrimMode.approximate : given);
    }

    /**
     * The choice for a message. A limit in its headers stands in place of every limit of the options, and trims even where
     * they say not to.
     *
     * @throws InvalidEntryException if a header cannot be read, or they contradict each other
     */
    TrimChoice orAsSaidBy(Message message) {
        Long length = header(message, GortStreamsConstants.MAX_LENGTH, Long.class, "1 or more");
        Duration age = header(message, GortStreamsConstants.MAX_AGE, Duration.class, "at least one millisecond");
        TrimMode how = header(message, GortStreamsConstants.TRIM, TrimMode.class, "approximate, exact or none");
        if (length == null && age == null) {
            if (how == null) {
                return this;
            }
            return how == TrimMode.none ? new TrimChoice(null, null, how) : new TrimChoice(maxLength, maxAge, how);
        }
        if (length != null && length < 1) {
            throw invalid(GortStreamsConstants.MAX_LENGTH, length, "1 or more");
        }
        if (age != null && age.toMillis() < 1) {
            throw invalid(GortStreamsConstants.MAX_AGE, age, "at least one millisecond");
        }
        if (length != null && age != null) {
            throw invalid(GortStreamsConstants.MAX_LENGTH, length, "none together with CamelGortStreamsMaxAge");
        }
        if (how == TrimMode.none) {
            throw invalid(GortStreamsConstants.TRIM, how, "approximate or exact together with a limit");
        }
        TrimMode asOption = mode == TrimMode.none ? TrimMode.approximate : mode;
        return new TrimChoice(length, age, how == null ? asOption : how);
    }

    Trim forStream(String streamKey) {
        return mode == TrimMode.none
                ? Trim.NONE
                : toLimit(streamKey, mode == TrimMode.exact).orElse(Trim.NONE);
    }

    /** To which length or age a stream is trimmed, whether or not it is on each occasion. */
    Optional<Trim> toLimit(String streamKey, boolean exact) {
        if (maxAge != null) {
            return Optional.of(new Trim.ToAge(maxAge, exact));
        }
        if (maxLength != null) {
            return Optional.of(new Trim.ToLength(maxLength, exact));
        }
        return StreamName.find(streamKey)
                .map(name -> new Trim.ToLength(name.type().defaultLength(), exact));
    }

    private static <T> @Nullable T header(Message message, String name, Class<T> type, String expected) {
        Object value = message.getHeader(name);
        if (value == null) {
            return null;
        }
        T read = message.getExchange().getContext().getTypeConverter().tryConvertTo(type, value);
        if (read == null) {
            throw invalid(name, value, expected);
        }
        return read;
    }

    private static InvalidEntryException invalid(String header, Object value, String expected) {
        return new InvalidEntryException("header", List.of(header + ": " + value + " (expected: " + expected + ")"));
    }
}
