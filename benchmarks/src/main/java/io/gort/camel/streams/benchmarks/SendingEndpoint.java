package io.gort.camel.streams.benchmarks;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;

/** An endpoint of the component that adds what it is sent to a stream. */
final class SendingEndpoint implements AutoCloseable {

    private final CamelContext context;
    private final ProducerTemplate template;
    private final Endpoint endpoint;

    SendingEndpoint(TestBed bed, String streamKey) {
        context = bed.startContext();
        template = context.createProducerTemplate();
        endpoint = context.getEndpoint("gort-streams:" + streamKey);
    }

    void send(Object body) {
        template.sendBody(endpoint, body);
    }

    @Override
    public void close() {
        context.stop();
    }
}
