package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.examples.heatmap.tally.Books;
import io.gort.camel.streams.examples.heatmap.tally.Counts;
import io.gort.camel.streams.redis.RedisStreamException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until everything that was published is settled, as long as that goes on. */
final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Books books;
    private final Duration patience;

    /** @param patience how long nothing may happen until the rest counts as pending */
    Drain(Books books, Duration patience) {
        this.books = books;
        this.patience = patience;
    }

    /** Returns when all is settled, nothing more happens, or {@code enough}. */
    void await(BooleanSupplier enough) throws InterruptedException {
        long before = -1;
        long changedAt = System.nanoTime();
        while (!enough.getAsBoolean()) {
            pollDeadLetters();
            Counts counts = books.entries().counts();
            if (counts.outstanding() == 0) {
                return;
            }
            if (counts.outstanding() != before) {
                before = counts.outstanding();
                changedAt = System.nanoTime();
            } else if (System.nanoTime() - changedAt > patience.toNanos()) {
                LOG.info("{} entries are not settled after {} without change", before, patience);
                return;
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private void pollDeadLetters() {
        try {
            books.deadLetters().poll();
        } catch (RedisStreamException e) {
            LOG.warn("Redis does not answer: {}", e.getMessage());
        }
    }
}
