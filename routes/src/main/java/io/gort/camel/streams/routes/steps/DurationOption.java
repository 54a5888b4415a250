package io.gort.camel.streams.routes.steps;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/** Reads durations that templates set as text. */
public final class DurationOption {

    private DurationOption() {}

    /**
     * Reads one.
     *
     * @param option what the user calls it
     * @param text   such as {@code 10m}, or a property placeholder
     * @throws IllegalArgumentException naming the option, its value and what was expected
     */
    public static Duration parse(CamelContext context, String option, String text) {
        try {
            return CamelContextHelper.parseDuration(context, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + text + " (expected: a duration such as 1m)", e);
        }
    }
}
