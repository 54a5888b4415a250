package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.GortStreamsConstants;
import java.util.Map;
import org.apache.camel.Exchange;

/** Entries that say themselves how often their route is to fail. */
final class FailingEntries {

    /** The field that says how many deliveries fail; an entry without it never does. */
    static final String FIELD = "fails";

    private FailingEntries() {}

    /** A step of a route that fails as the entry says. */
    static void failAsTold(Exchange exchange) {
        Object fails = exchange.getMessage().getBody(Map.class).get(FIELD);
        long delivery = exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT, 1L, Long.class);
        if (fails != null && delivery <= Long.parseLong(fails.toString())) {
            throw new IllegalStateException("delivery " + delivery + " of an entry that fails " + fails + " times");
        }
    }
}
