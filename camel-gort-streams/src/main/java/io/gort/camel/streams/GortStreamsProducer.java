package io.gort.camel.streams;

import io.gort.camel.streams.producer.Publisher;
import io.gort.camel.streams.redis.StreamClient;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries to streams, asynchronously where others are adding too, and does the other things that
 * {@link GortStreamsOperation} names.
 */
public class GortStreamsProducer extends DefaultAsyncProducer {

    private final String path;
    private final BodyEntries bodyEntries;
    private @Nullable StreamClient client;
    private @Nullable Publisher publisher;
    private @Nullable EntryPublishing publishing;
    private @Nullable ProducerHealth health;

    public GortStreamsProducer(GortStreamsEndpoint endpoint) {
        super(endpoint);
        GortStreamsConfiguration options = endpoint.getConfiguration();
        this.path = endpoint.path().forProducer(options.getOperation());
        this.bodyEntries = new BodyEntries(
                path,
                options,
                new HeaderFields(ProducerOptions.headersAsFields(options), endpoint.getHeaderFilterStrategy()));
    }

    @Override
    public GortStreamsEndpoint getEndpoint() {
        return (GortStreamsEndpoint) super.getEndpoint();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            GortStreamsOperation operation = operation(exchange.getMessage());
            if (operation == GortStreamsOperation.add) {
                return started(publishing).add(exchange, callback);
            }
            new StreamOperations(getEndpoint().getConfiguration(), started(client), path).run(operation, exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private GortStreamsOperation operation(Message message) {
        Object header = message.getHeader(GortStreamsConstants.OPERATION);
        if (header == null) {
            return getEndpoint().getConfiguration().getOperation();
        }
        GortStreamsOperation operation =
                getEndpoint().getCamelContext().getTypeConverter().tryConvertTo(GortStreamsOperation.class, header);
        if (operation == null) {
            throw new IllegalArgumentException(GortStreamsConstants.OPERATION + ": " + header + " (expected: one of "
                    + List.of(GortStreamsOperation.values()) + ")");
        }
        return operation;
    }

    private <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The producer of " + getEndpoint() + " is not started");
        }
        return part;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        GortStreamsConfiguration options = getEndpoint().getConfiguration();
        StreamClient takenClient = getEndpoint().getComponent().takeClient(options);
        client = takenClient;
        Publisher takenPublisher = getEndpoint().getComponent().takePublisher(takenClient, getEndpoint());
        publisher = takenPublisher;
        publishing = new EntryPublishing(bodyEntries, ProducerOptions.retryRules(options), takenPublisher);
        health = ProducerHealth.register(getEndpoint(), takenClient);
    }

    @Override
    protected void doStop() throws Exception {
        ProducerHealth registered = health;
        health = null;
        if (registered != null) {
            registered.close();
        }
        Publisher takenPublisher = publisher;
        publishing = null;
        publisher = null;
        if (takenPublisher != null) {
            getEndpoint().getComponent().giveBackPublisher(takenPublisher);
        }
        StreamClient takenClient = client;
        client = null;
        if (takenClient != null) {
            getEndpoint().getComponent().giveBackClient(takenClient);
        }
        super.doStop();
    }
}
