package io.gort.camel.streams;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses values of single options that are out of range, naming the option, its value and what was expected. */
final class OptionRanges {

    private OptionRanges() {}

    static void atLeast(String option, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: " + least + " or more)");
        }
    }

    /** An option that is not set is in range. */
    static void atLeastOneMillisecond(String option, @Nullable Duration value) {
        if (value != null && value.toMillis() < 1) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: at least one millisecond)");
        }
    }

    static void notNegative(String option, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: 0 or longer)");
        }
    }

    /** An option that is not set is in range. */
    static void notBlank(String option, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException(option + ": '" + value + "' (expected: not empty)");
        }
    }
}
