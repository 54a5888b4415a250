package io.gort.camel.streams.producer;

import io.gort.camel.streams.entry.AddEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What goes out together: entries in order, and the lines that they are of. */
record Pipeline(List<Addition> additions, Set<StreamLine> lines) {

    List<AddEntry> entries() {
        List<AddEntry> entries = new ArrayList<>(additions.size());
        additions.forEach(addition -> entries.add(addition.entry()));
        return entries;
    }
}
