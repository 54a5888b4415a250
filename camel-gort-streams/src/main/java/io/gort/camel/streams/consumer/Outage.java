package io.gort.camel.streams.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Tells an outage once when it begins and once when it is over; what happens between is for the debug log. One thread
 * tells it, any may ask.
 */
final class Outage {

    private final String name;
    private final Logger log;
    private final Clock clock;
    private final Listener listener;
    private volatile @Nullable Instant since;
    private volatile @Nullable Throwable cause;
    private int failures;

    /** Is told of the first failure of each outage. */
    @FunctionalInterface
    interface Listener {
        void outageBegan(String message, Throwable cause);
    }

    Outage(String name, Logger log, Clock clock, Listener listener) {
        this.name = name;
        this.log = log;
        this.clock = clock;
        this.listener = listener;
    }

    /** Notes a failure; gives how many there were in a row. */
    int failed(Throwable failure) {
        failures++;
        cause = failure;
        if (since == null) {
            since = clock.instant();
            log.warn("{}: {} - trying again until it is over", name, failure.getMessage());
            listener.outageBegan(name + ": " + failure.getMessage(), failure);
        } else {
            log.debug("{}: failure {}: {}", name, failures, failure.getMessage());
        }
        return failures;
    }

    /** Notes that it works. */
    void over() {
        Instant began = since;
        if (began != null) {
            log.info(
                    "{}: recovered after {} ms",
                    name,
                    Duration.between(began, clock.instant()).toMillis());
            since = null;
            cause = null;
            failures = 0;
        }
    }

    /** The latest failure of the outage that lasts; null if there is none. */
    @Nullable
    Throwable cause() {
        return cause;
    }
}
