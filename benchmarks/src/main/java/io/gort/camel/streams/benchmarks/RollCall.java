package io.gort.camel.streams.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Sees that each entry comes exactly once. Any thread may call. */
final class RollCall {

    private final AtomicIntegerArray seen;
    private final CountDownLatch missing;

    RollCall(int entries) {
        this.seen = new AtomicIntegerArray(entries);
        this.missing = new CountDownLatch(entries);
    }

    /** An entry with these fields is here. */
    void here(Map<?, ?> fields) {
        if (seen.incrementAndGet(Entries.number(fields)) == 1) {
            missing.countDown();
        }
    }

    /**
     * Waits until all have come.
     *
     * @throws IllegalStateException if that takes longer than the time given
     */
    void awaitAll(Duration longest) throws InterruptedException {
        if (!missing.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            requireEachOnce();
        }
    }

    /** @throws IllegalStateException if an entry is missing or came more than once */
    void requireEachOnce() {
        long again = IntStream.range(0, seen.length())
                .filter(number -> seen.get(number) > 1)
                .count();
        if (missing.getCount() + again > 0) {
            throw new IllegalStateException("entries: " + missing.getCount() + " missing, " + again
                    + " more than once (expected: each of " + seen.length() + " once)");
        }
    }
}
