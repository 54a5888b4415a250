package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.jspecify.annotations.Nullable;

/**
 * The way for a step to give up an entry without an exception, so that the error handler does not take it for a failure
 * of the route: the route ends, and the consumer takes it as if the route had failed with the reason.
 */
public final class EntryRefusal {

    private static final String PROPERTY = "CamelGortStreamsRefusal";

    private EntryRefusal() {}

    /** Ends the route. The step tells of it itself: Camel logs nothing. */
    public static void refuse(Exchange exchange, InvalidEntryException reason) {
        exchange.setProperty(PROPERTY, reason);
        exchange.setRollbackOnly(true);
    }

    /** Why an exchange that is marked for rollback is given up. */
    static Exception reasonOf(Exchange exchange) {
        @Nullable Exception reason = exchange.getProperty(PROPERTY, Exception.class);
        return reason == null ? new RollbackExchangeException(exchange) : reason;
    }
}
