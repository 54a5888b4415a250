package io.gort.camel.streams.examples.heatmap.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type them: {@code 500ms}, {@code 20s}, {@code 2m}, {@code 1h}. */
final class Durations {

    static final String EXPECTED = "a time longer than zero such as 500ms, 20s, 2m or 1h";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Durations() {}

    /** @throws UsageException if the text is not a duration, or is zero */
    static Duration parse(String option, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UsageException(option, text, EXPECTED);
        }
        long amount = Long.parseLong(form.group(1));
        if (amount == 0) {
            throw new UsageException(option, text, EXPECTED);
        }
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
