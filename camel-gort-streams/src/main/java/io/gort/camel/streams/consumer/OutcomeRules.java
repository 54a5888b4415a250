package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.InvalidEntryException;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of an entry whose route has ended.
 *
 * @param maxDeliveries how often the route may run an entry; 0 means any number, and that nothing is dead-lettered
 */
record OutcomeRules(int maxDeliveries) {

    /** What to do after a failure at the given delivery. */
    Outcome afterFailure(@Nullable Throwable cause, long deliveryCount) {
        if (maxDeliveries == 0) {
            return Outcome.LEAVE_PENDING;
        }
        return deliveryCount >= maxDeliveries || isInvalidEntry(cause) ? Outcome.DEAD_LETTER : Outcome.LEAVE_PENDING;
    }

    /** Whether an entry arrives with more deliveries than the route may have had. */
    boolean isOverLimit(long deliveryCount) {
        return maxDeliveries > 0 && deliveryCount > maxDeliveries;
    }

    private static boolean isInvalidEntry(@Nullable Throwable failure) {
        return Failures.firstInChain(failure, InvalidEntryException.class::isInstance) != null;
    }
}
