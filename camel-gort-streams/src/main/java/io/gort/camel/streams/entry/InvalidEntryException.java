package io.gort.camel.streams.entry;

import java.util.List;

/**
 * An entry, or a body that should become one, that breaks the rules of its stream. It never becomes valid by trying
 * again, so consumers dead-letter it at the first failure. The message names each violation with the value found and
 * what was expected.
 */
public class InvalidEntryException extends IllegalArgumentException {

    private final String what;
    private final List<String> violations;

    /**
     * @param what       what is invalid, for example {@code liquidation event}
     * @param violations one text per broken rule, at least one
     */
    public InvalidEntryException(String what, List<String> violations) {
        super("Invalid " + what + ": " + String.join("; ", violations));
        this.what = what;
        this.violations = List.copyOf(violations);
    }

    /** As {@link #InvalidEntryException(String, List)}, for a body that could not even be read. */
    public InvalidEntryException(String what, String violation, Throwable cause) {
        this(what, List.of(violation));
        initCause(cause);
    }

    /** What is invalid, for example {@code liquidation event}. */
    public String what() {
        return what;
    }

    /** One text per broken rule: {@code field: value (expected: rule)}. */
    public List<String> violations() {
        return violations;
    }
}
