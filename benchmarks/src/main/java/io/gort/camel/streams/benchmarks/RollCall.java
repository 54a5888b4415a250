package io.gort.camel.streams.benchmarks;

import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Sees that each entry comes exactly once. Any thread may call. */
final class RollCall {

    private final AtomicIntegerArray seen;

    RollCall(int entries) {
        this.seen = new AtomicIntegerArray(entries);
    }

    /** An entry with these fields is here. */
    void here(Map<?, ?> fields) {
        seen.incrementAndGet(Entries.number(fields));
    }

    /** @throws IllegalStateException if an entry is missing or came more than once */
    void requireEachOnce() {
        long missing = IntStream.range(0, seen.length())
                .filter(number -> seen.get(number) == 0)
                .count();
        long again = IntStream.range(0, seen.length())
                .filter(number -> seen.get(number) > 1)
                .count();
        if (missing + again > 0) {
            throw new IllegalStateException("entries: " + missing + " missing, " + again
                    + " more than once (expected: each of " + seen.length() + " once)");
        }
    }
}
