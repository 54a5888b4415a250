package io.gort.camel.streams.examples.setup;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a list of exchanges or symbols; each becomes one segment of stream keys, so it must be a plain name. */
final class NameList {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+");
    private static final String NOT_IN_A_NAME = ":*?[]{}\"'\\`$\uFFFD";

    private NameList() {}

    /**
     * The names that the variable lists, each once; the default if it is not set.
     *
     * @throws IllegalArgumentException if the variable is set but holds something else than names
     */
    static List<String> from(Map<String, String> environment, String variable, List<String> whenUnset) {
        String text = environment.get(variable);
        if (text == null) {
            return whenUnset;
        }
        List<String> names = SEPARATOR.splitAsStream(text.strip()).distinct().toList();
        for (String name : names) {
            check(variable, name);
        }
        if (text.stripTrailing().endsWith(",")) {
            check(variable, "");
        }
        return names;
    }

    private static void check(String variable, String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(NameList::isOdd)) {
            throw new IllegalArgumentException(variable + ": '" + visible(name)
                    + "' (expected: names separated by commas or spaces, none empty,"
                    + " without ':', '*', brackets, quotes or blanks)");
        }
    }

    private static boolean isOdd(int character) {
        return NOT_IN_A_NAME.indexOf(character) >= 0
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    /** Keeps an odd name from breaking the one line that tells of it. */
    private static String visible(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(character -> {
            if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
                text.append(String.format("\\u%04X", character));
            } else {
                text.appendCodePoint(character);
            }
        });
        return text.toString();
    }
}
