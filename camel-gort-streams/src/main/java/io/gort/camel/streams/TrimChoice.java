package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.trade.StreamName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
        HeaderValues headers = new HeaderValues(message.getExchange());
        Long length = read(() -> headers.number(GortStreamsConstants.MAX_LENGTH, Long.MAX_VALUE));
        Duration age = read(() -> headers.duration(GortStreamsConstants.MAX_AGE));
        TrimMode how = mode(message);
        if (length == null && age == null) {
            if (how == null) {
                return this;
            }
            return how == TrimMode.none ? new TrimChoice(null, null, how) : new TrimChoice(maxLength, maxAge, how);
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

    private static <T> @Nullable T read(Supplier<@Nullable T> header) {
        try {
            return header.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException("header", String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable TrimMode mode(Message message) {
        Object value = message.getHeader(GortStreamsConstants.TRIM);
        if (value == null) {
            return null;
        }
        TrimMode mode = message.getExchange().getContext().getTypeConverter().tryConvertTo(TrimMode.class, value);
        if (mode == null) {
            throw invalid(GortStreamsConstants.TRIM, value, "approximate, exact or none");
        }
        return mode;
    }

    private static InvalidEntryException invalid(String header, Object value, String expected) {
        return new InvalidEntryException("header", List.of(header + ": " + value + " (expected: " + expected + ")"));
    }
}
