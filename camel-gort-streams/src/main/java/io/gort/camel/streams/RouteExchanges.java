package io.gort.camel.streams;

import io.gort.camel.streams.consumer.DeliveryBatch;
import org.apache.camel.Exchange;

/** Makes of what is delivered what a route sees. */
@FunctionalInterface
interface RouteExchanges {

    /** Puts body and headers into a new exchange. */
    void fill(Exchange exchange, DeliveryBatch batch);
}
