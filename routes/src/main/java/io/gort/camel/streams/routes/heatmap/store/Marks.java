package io.gort.camel.streams.routes.heatmap.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The marks of entries that are counted alike. The mark of an entry that is not among them is the character 0. */
final class Marks {

    private final char mark;
    private final Map<String, StringBuilder> fields = new HashMap<>();

    /** @param bits the sum of the bits of the intervals in which the entries are counted */
    Marks(int bits) {
        this.mark = (char) bits;
    }

    /** Notes an entry, and tells whether it was not among them. */
    boolean add(Mark entry) {
        StringBuilder marks = fields.computeIfAbsent(entry.field(), isNew -> new StringBuilder());
        if (marks.length() <= entry.place()) {
            marks.setLength(entry.place() + 1);
        } else if (marks.charAt(entry.place()) != 0) {
            return false;
        }
        marks.setCharAt(entry.place(), mark);
        return true;
    }

    /** How many fields they take. */
    int size() {
        return fields.size();
    }

    /** Adds for each field its name, the place of the first mark and the marks from there on. */
    void addTo(List<String> arguments) {
        fields.forEach((field, marks) -> {
            int first = 0;
            while (marks.charAt(first) == 0) {
                first++;
            }
            arguments.add(field);
            arguments.add(Integer.toString(first));
            arguments.add(marks.substring(first));
        });
    }
}
