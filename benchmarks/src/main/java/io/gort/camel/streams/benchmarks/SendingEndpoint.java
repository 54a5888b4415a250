package io.gort.camel.streams.benchmarks;

import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** An endpoint of the component that adds what it is sent to a stream. */
final class SendingEndpoint implements AutoCloseable {

    private final CamelContext context;
    private final ProducerTemplate template;
    private final Endpoint endpoint;
    private final AsyncProducer producer;

    SendingEndpoint(TestBed bed, String streamKey) throws Exception {
        context = bed.startContext();
        template = context.createProducerTemplate();
        endpoint = context.getEndpoint("gort-streams:" + streamKey);
        producer = endpoint.createAsyncProducer();
        producer.start();
    }

    /** Waits until it is added. */
    void send(Object body) {
        template.sendBody(endpoint, body);
    }

    /** Goes on at once, as a route does. */
    void send(Object body, Runnable whenAdded) {
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(body);
        producer.process(exchange, doneSync -> whenAdded.run());
    }

    @Override
    public void close() {
        producer.stop();
        context.stop();
    }
}
