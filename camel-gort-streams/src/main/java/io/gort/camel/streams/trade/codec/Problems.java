package io.gort.camel.streams.trade.codec;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong while reading: one problem per field, and not more of them than anyone would read. */
final class Problems {

    private static final int MOST = 100;

    private final Set<String> fields = new HashSet<>();
    private final List<String> texts = new ArrayList<>();
    private int untold;

    void add(String field, String value, String expected) {
        add(new Violation(field, value, expected));
    }

    /** Adds a violation unless its field has one already. */
    void add(Violation violation) {
        if (texts.size() == MOST) {
            untold++;
        } else if (fields.add(violation.field())) {
            texts.add(violation.toString());
        }
    }

    boolean has(String field) {
        return fields.contains(Violation.bounded(field));
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    void throwIfAny(String what) {
        if (!isEmpty()) {
            throw exception(what);
        }
    }

    InvalidEntryException exception(String what) {
        List<String> told = new ArrayList<>(texts);
        if (untold > 0) {
            told.add("and " + untold + " more");
        }
        return new InvalidEntryException(what, told);
    }
}
