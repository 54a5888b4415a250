package io.gort.camel.streams.producer;

import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.ServerNotReadyException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import io.gort.camel.streams.redis.ServerReadOnlyException;
import java.time.Duration;

/**
 * Which failures are worth another try, and when.
 *
 * @param maxRetries how often an entry is tried again; 0 is never
 * @param backOff    how long to wait before
 */
public record RetryRules(int maxRetries, BackOff backOff) {

    /**
     * Whether to try again.
     *
     * @param failures how many tries have failed, this one included
     */
    boolean triesAgain(AddOutcome.Failed outcome, int failures) {
        return failures <= maxRetries && mayPass(outcome.cause());
    }

    /** How long to wait after so many tries have failed. */
    Duration pauseAfter(int failures) {
        return backOff.after(failures);
    }

    /** Whether it is the server or the way to it that is in trouble, rather than the entry. */
    static boolean mayPass(RuntimeException cause) {
        return cause instanceof ConnectionLostException
                || cause instanceof ServerNotReadyException
                || cause instanceof ServerReadOnlyException
                || cause instanceof ServerOutOfMemoryException;
    }
}
