package io.gort.camel.streams;

import io.gort.camel.streams.entry.EntryId;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Which entry a group member works on in an exchange, and in those that are made of it. Headers cannot tell: a producer
 * in the route puts others there.
 */
record EntryInWork(String group, String streamKey, EntryId id) {

    private static final String PROPERTY = "CamelGortStreamsEntryInWork";

    void noteIn(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    /** The entry; null if the exchange comes from elsewhere. */
    static @Nullable EntryInWork of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, EntryInWork.class);
    }

    @Override
    public String toString() {
        return group + "/" + streamKey + "/" + id;
    }
}
