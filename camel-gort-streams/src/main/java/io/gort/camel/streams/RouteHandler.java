package io.gort.camel.streams;

import io.gort.camel.streams.consumer.AckMode;
import io.gort.camel.streams.consumer.Delivery;
import io.gort.camel.streams.consumer.DeliveryHandler;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.Synchronization;

/** Sends each entry through the route in an exchange of its own, and tells the delivery how the exchange ended. */
final class RouteHandler implements DeliveryHandler {

    private final GortStreamsConsumer consumer;
    private final EntryExchanges exchanges;
    private final AckMode ackMode;

    RouteHandler(GortStreamsConsumer consumer, EntryExchanges exchanges, AckMode ackMode) {
        this.consumer = consumer;
        this.exchanges = exchanges;
        this.ackMode = ackMode;
    }

    @Override
    public boolean handle(Delivery delivery, Runnable whenRouted) {
        Exchange exchange = consumer.newExchange();
        exchanges.fill(exchange, delivery);
        exchange.getExchangeExtension().addOnCompletion(new Settling(delivery, ackMode));
        return consumer.getAsyncProcessor().process(exchange, doneSync -> {
            consumer.release(exchange);
            if (!doneSync) {
                whenRouted.run();
            }
        });
    }

    /** Follows the exchange wherever it goes on: Camel hands it over to whoever takes the work over. */
    private record Settling(Delivery delivery, AckMode ackMode) implements Synchronization {

        @Override
        public void onComplete(Exchange exchange) {
            if (exchange.isRollbackOnly()) {
                delivery.fail(new RollbackExchangeException(exchange));
            } else if (ackMode == AckMode.AUTO) {
                delivery.acknowledge();
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            Exception cause = exchange.getException();
            delivery.fail(cause == null ? new RollbackExchangeException(exchange) : cause);
        }
    }
}
