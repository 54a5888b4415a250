package io.gort.camel.streams;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.TypeConverter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses texts that are no value of their option, before Camel converts them: it takes a duration that it cannot read
 * for zero, passes over what follows a duration, and does not say which option or which values it expects.
 */
final class OptionTexts {

    private static final Pattern DURATION =
            Pattern.compile("[+-]?\\d+|(?:\\d+(?:ms|millis|d|h|m|min|s|sec))+|[+-]?P.+");

    static final String DURATION_EXPECTED = "a duration such as 500ms, 5s or 1h30m";

    private final TypeConverter converter;

    OptionTexts(TypeConverter converter) {
        this.converter = converter;
    }

    /** @throws IllegalArgumentException naming the option, the text as it was given and what was expected */
    void check(Map<String, Object> options) {
        GortStreamsEndpointConfigurer types = new GortStreamsEndpointConfigurer();
        options.forEach((name, value) -> {
            Class<?> type = types.getOptionType(name, true);
            if (type != null && value instanceof String text && !isReference(text)) {
                check(name, text, type);
            }
        });
    }

    private void check(String name, String text, Class<?> type) {
        String expected = expected(type);
        if (expected != null && !isOf(type, text)) {
            throw new IllegalArgumentException(name + ": " + text + " (expected: " + expected + ")");
        }
    }

    private boolean isOf(Class<?> type, String text) {
        if (type == boolean.class) { // anything but true would be false
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        }
        return (type != Duration.class || isDuration(text)) && converter.tryConvertTo(type, text) != null;
    }

    /** Whether a text is a duration as a whole. */
    static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    private static @Nullable String expected(Class<?> type) {
        if (type == Duration.class) {
            return DURATION_EXPECTED;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type == int.class || type == long.class || type == Long.class ? "a whole number" : null;
    }

    /** Whether Camel looks a value up, in the registry or elsewhere. */
    private static boolean isReference(String text) {
        return text.startsWith("#");
    }
}
