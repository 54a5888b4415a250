package io.gort.camel.streams;

import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.producer.PublisherSettings;
import io.gort.camel.streams.producer.RetryRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the options of a producer, and refuses those that cannot be meant. */
final class ProducerOptions {

    /** What is checked before it is sent. */
    enum Validation {
        RECORDS,
        STRICT,
        NOTHING
    }

    /** More ways would take the connections from all else. */
    private static final int MOST_WAYS = 3;

    private ProducerOptions() {}

    /** @throws IllegalArgumentException naming the option, its value and what was expected */
    static void check(GortStreamsConfiguration options) {
        @Nullable Long length = options.getMaxLength();
        @Nullable Duration age = options.getMaxAge();
        if (length != null) {
            OptionRanges.atLeast("maxLength", length, 1);
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
        checkSending(options);
    }

    private static void checkSending(GortStreamsConfiguration options) {
        OptionRanges.atLeast("maxRetries", options.getMaxRetries(), 0);
        OptionRanges.atLeast("maxPipelined", options.getMaxPipelined(), 1);
        OptionRanges.atLeast("maxQueued", options.getMaxQueued(), 1);
        OptionRanges.atLeast("maxEntrySize", options.getMaxEntrySize(), 1);
        OptionRanges.atLeastOneMillisecond("retryDelay", options.getRetryDelay());
        OptionRanges.atLeastOneMillisecond("queueTimeout", options.getQueueTimeout());
        OptionRanges.atLeastOneMillisecond("idempotencyLifetime", options.getIdempotencyLifetime());
        if (options.getMaxRetryDelay().compareTo(options.getRetryDelay()) < 0) {
            throw new IllegalArgumentException("maxRetryDelay: " + options.getMaxRetryDelay()
                    + " (expected: retryDelay " + options.getRetryDelay() + " or more)");
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

    /** What is shared by all producers that send together. */
    static PublisherSettings publisherSettings(GortStreamsConfiguration options) {
        return new PublisherSettings(
                options.getMaxPipelined(),
                options.getMaxQueued(),
                options.getQueueTimeout(),
                Math.min(MOST_WAYS, options.getPoolSize()));
    }

    static RetryRules retryRules(GortStreamsConfiguration options) {
        return new RetryRules(
                options.getMaxRetries(), BackOff.byChance(options.getRetryDelay(), options.getMaxRetryDelay()));
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
