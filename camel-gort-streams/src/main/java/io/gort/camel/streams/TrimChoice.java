package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.trade.StreamName;
import java.time.Duration;
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
     * The choice for an entry.
     *
     * @throws InvalidEntryException if a header cannot be read, or they contradict each other
     */
    TrimChoice orAsSaidBy(Message message) {
        if (message.getHeader(GortStreamsConstants.MAX_LENGTH) == null
                && message.getHeader(GortStreamsConstants.MAX_AGE) == null
                && message.getHeader(GortStreamsConstants.TRIM) == null) {
            return this;
        }
        HeaderValues headers = new HeaderValues(message.getExchange());
        try {
            headers.refuseBlank(GortStreamsConstants.MAX_LENGTH);
            headers.refuseBlank(GortStreamsConstants.MAX_AGE);
            headers.refuseBlank(GortStreamsConstants.TRIM);
            return orAsSaidBy(headers);
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException("header", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The choice for an operation. A limit in its headers stands in place of every limit of the options, and trims even
     * where they say not to.
     *
     * @throws IllegalArgumentException if a header cannot be read, or they contradict each other
     */
    TrimChoice orAsSaidBy(HeaderValues headers) {
        Long length = headers.number(GortStreamsConstants.MAX_LENGTH, Long.MAX_VALUE);
        Duration age = headers.age();
        TrimMode how = headers.trimMode();
        if (length == null && age == null) {
            if (how == null) {
                return this;
            }
            return how == TrimMode.none ? new TrimChoice(null, null, how) : new TrimChoice(maxLength, maxAge, how);
        }
        if (length != null && age != null) {
            throw HeaderValues.refused(
                    GortStreamsConstants.MAX_LENGTH,
                    length,
                    "none together with " + GortStreamsConstants.MAX_AGE,
                    null);
        }
        if (how == TrimMode.none) {
            throw HeaderValues.refused(
                    GortStreamsConstants.TRIM, how, "approximate or exact together with a limit", null);
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
}
