package io.gort.camel.streams;

import io.gort.camel.streams.consumer.DeliveryBatch;
import io.gort.camel.streams.consumer.DeliveryHandler;
import io.gort.camel.streams.entry.AckMode;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;

/** Sends entries through the route, each batch in an exchange of its own, and tells the batch how the exchange ended. */
final class RouteHandler implements DeliveryHandler {

    private final GortStreamsConsumer consumer;
    private final RouteExchanges exchanges;
    private final AckMode ackMode;

    RouteHandler(GortStreamsConsumer consumer, RouteExchanges exchanges, AckMode ackMode) {
        this.consumer = consumer;
        this.exchanges = exchanges;
        this.ackMode = ackMode;
    }

    @Override
    public boolean handle(DeliveryBatch batch, Runnable whenRouted) {
        Exchange exchange = consumer.newExchange();
        exchanges.fill(exchange, batch);
        exchange.getExchangeExtension().addOnCompletion(new Settling(batch, ackMode));
        return consumer.getAsyncProcessor().process(exchange, doneSync -> {
            consumer.release(exchange);
            if (!doneSync) {
                whenRouted.run();
            }
        });
    }

    /** Follows the exchange wherever it goes on: Camel hands it over to whoever takes the work over. */
    private record Settling(DeliveryBatch batch, AckMode ackMode) implements Synchronization {

        @Override
        public void onComplete(Exchange exchange) {
            if (exchange.isRollbackOnly()) {
                batch.fail(EntryRefusal.reasonOf(exchange));
            } else if (ackMode != AckMode.MANUAL) {
                batch.acknowledge();
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            Exception cause = exchange.getException();
            batch.fail(cause == null ? EntryRefusal.reasonOf(exchange) : cause);
        }
    }
}
