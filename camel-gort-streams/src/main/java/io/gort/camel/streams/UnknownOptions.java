package io.gort.camel.streams;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses options that there are not, and names the one that may be meant. */
final class UnknownOptions {

    private static final int SIMILAR = 2;

    private UnknownOptions() {}

    /**
     * @throws IllegalArgumentException if any option is left over; its value is not told where a secret may be meant
     */
    static void refuse(Map<String, Object> leftOver) {
        leftOver.forEach((name, value) -> {
            Optional<String> meant = meant(name);
            boolean secret = meant.filter(secretOptions()::contains).isPresent();
            throw new IllegalArgumentException(name + ": " + (secret ? "xxxxxx" : value)
                    + " (expected: an option of " + GortStreamsConstants.SCHEME
                    + meant.map(option -> ", such as " + option).orElse("") + ")");
        });
    }

    private static Optional<String> meant(String name) {
        return new GortStreamsEndpointUriFactory()
                .propertyNames().stream()
                        .filter(option -> distance(name, option) <= SIMILAR)
                        .min(Comparator.comparingInt(option -> distance(name, option)));
    }

    private static Set<String> secretOptions() {
        return new GortStreamsEndpointUriFactory().secretPropertyNames();
    }

    /** How many letters must be added, left out or replaced to make one text of the other, whatever their case. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
