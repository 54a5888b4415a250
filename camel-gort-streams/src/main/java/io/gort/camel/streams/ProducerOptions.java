package io.gort.camel.streams;

import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.trade.StreamName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the options of a producer, and refuses those that cannot be meant. */
final class ProducerOptions {

    /** What is checked before it is sent. */
    enum Validation {
        RECORDS,
        STRICT,
        NOTHING
    }

    private ProducerOptions() {}

    /** @throws IllegalArgumentException naming the option, its value and what was expected */
    static void check(GortStreamsConfiguration options) {
        @Nullable Long length = options.getMaxLength();
        @Nullable Duration age = options.getMaxAge();
        if (length != null && length < 1) {
            throw new IllegalArgumentException("maxLength: " + length + " (expected: 1 or more)");
        }
        if (length != null && age != null) {
            throw new IllegalArgumentException(
                    "maxLength: " + length + ", maxAge: " + age + " (expected: at most one of them)");
        }
        if (options.getTrim() == TrimMode.none && (length != null || age != null)) {
            throw new IllegalArgumentException(
                    "trim: none (expected: approximate or exact together with maxLength or maxAge)");
        }
        validation(options);
        heatmapCacheKey(options);
        int generation = options.getHeatmapGeneration();
        if (generation != 1 && generation != 2) {
            throw new IllegalArgumentException("heatmapGeneration: " + generation + " (expected: 1 or 2)");
        }
    }

    static Validation validation(GortStreamsConfiguration options) {
        return switch (options.getValidate()) {
            case "true" -> Validation.RECORDS;
            case "strict" -> Validation.STRICT;
            case "false" -> Validation.NOTHING;
            default ->
                throw new IllegalArgumentException(
                        "validate: " + options.getValidate() + " (expected: true, strict or false)");
        };
    }

    /** How a stream is trimmed: by the options, else by what is usual for its data type. */
    static Trim trim(GortStreamsConfiguration options, String streamKey) {
        return options.getTrim() == TrimMode.none
                ? Trim.NONE
                : trim(options, streamKey, options.getTrim() == TrimMode.exact).orElse(Trim.NONE);
    }

    /** To which length or age the options want a stream trimmed, else what is usual for its data type. */
    static Optional<Trim> trim(GortStreamsConfiguration options, String streamKey, boolean exact) {
        @Nullable Long length = options.getMaxLength();
        @Nullable Duration age = options.getMaxAge();
        if (age != null) {
            return Optional.of(new Trim.ToAge(age, exact));
        }
        if (length != null) {
            return Optional.of(new Trim.ToLength(length, exact));
        }
        return StreamName.find(streamKey)
                .map(name -> new Trim.ToLength(name.type().defaultLength(), exact));
    }

    static List<String> headersAsFields(GortStreamsConfiguration options) {
        @Nullable String names = options.getHeadersAsFields();
        return names == null
                ? List.of()
                : Arrays.stream(names.split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static void heatmapCacheKey(GortStreamsConfiguration options) {
        String pattern = options.getHeatmapCacheKey();
        if (!pattern.contains("{symbol}") || !pattern.contains("{interval}")) {
            throw new IllegalArgumentException(
                    "heatmapCacheKey: " + pattern + " (expected: with {symbol} and {interval})");
        }
    }
}
