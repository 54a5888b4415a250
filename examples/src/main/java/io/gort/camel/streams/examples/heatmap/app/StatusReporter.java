package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.examples.heatmap.status.Screen;
import io.gort.camel.streams.examples.heatmap.status.Status;
import io.gort.camel.streams.examples.heatmap.tally.Books;
import io.gort.camel.streams.examples.heatmap.tally.Counts;
import io.gort.camel.streams.redis.RedisStreamException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the status each time it is asked to, which is once a second. */
final class StatusReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StatusReporter.class);
    private static final int HOTTEST = 5;
    private static final double NANOS = 1e9;

    private final Books books;
    private final HeatmapCounting counting;
    private final LongSupplier malformed;
    private final String address;
    private final Screen screen;
    private final long start = System.nanoTime();
    private long settledBefore;
    private long askedBefore = start;
    private long trimmed;

    StatusReporter(Books books, HeatmapCounting counting, LongSupplier malformed, String address, Screen screen) {
        this.books = books;
        this.counting = counting;
        this.malformed = malformed;
        this.address = address;
        this.screen = screen;
    }

    void report() {
        askServer();
        Counts counts = books.entries().counts();
        long now = System.nanoTime();
        long settled = counts.handled() + counts.deadLettered();
        double rate = (settled - settledBefore) * NANOS / Math.max(1, now - askedBefore);
        settledBefore = settled;
        askedBefore = now;
        screen.show(new Status(
                Duration.ofNanos(now - start),
                address,
                counts,
                trimmed,
                malformed.getAsLong(),
                Math.round(rate),
                counting.hottest(HOTTEST)));
    }

    /** What became of the lines that were no events: they were never published. */
    List<String> inputLines() {
        long lines = malformed.getAsLong();
        return lines == 0
                ? List.of()
                : List.of("  and " + lines + " malformed lines of the input, in dead-letter:input");
    }

    /** What only the server knows; while it is away the last answer stands. */
    private void askServer() {
        try {
            books.deadLetters().poll();
            trimmed = books.reckoning().trimmed();
        } catch (RedisStreamException e) {
            LOG.warn("Redis does not answer: {}", e.getMessage());
        }
    }
}
