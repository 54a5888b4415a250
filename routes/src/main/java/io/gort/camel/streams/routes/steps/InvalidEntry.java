package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.EntryRefusal;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.InvalidEntryException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up the entry for whose {@link InvalidEntryException} a {@code doCatch} calls it, and tells all that is wrong with
 * it in one line of the log: it is the entry that failed, not the route.
 */
public final class InvalidEntry implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(InvalidEntry.class);

    @Override
    public void process(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        InvalidEntryException invalid = ObjectHelper.getException(InvalidEntryException.class, caught);
        if (invalid == null) {
            throw new IllegalStateException("exception: " + caught + " (expected: an InvalidEntryException)", caught);
        }
        Message message = exchange.getMessage();
        LOG.warn(
                "{}/{} is given up. {}",
                message.getHeader(GortStreamsConstants.STREAM_KEY),
                message.getHeader(GortStreamsConstants.ENTRY_ID),
                invalid.getMessage());
        EntryRefusal.refuse(exchange, invalid);
    }
}
