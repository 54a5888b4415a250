package io.gort.camel.streams;

import io.gort.camel.streams.consumer.StreamConsumer;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** DOWN while the consumer cannot read, or one of its streams cannot be read or acknowledged. */
final class ConsumerHealth extends AbstractHealthCheck {

    private final GortStreamsEndpoint endpoint;
    private final StreamConsumer entries;

    ConsumerHealth(GortStreamsEndpoint endpoint, StreamConsumer entries) {
        super("camel", "consumer:" + endpoint.getStream());
        this.endpoint = endpoint;
        this.entries = entries;
        setCamelContext(endpoint.getCamelContext());
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("stream", endpoint.getStream());
        builder.detail("server", ConnectionOptions.where(endpoint.getConfiguration()));
        Throwable trouble = entries.trouble();
        Map<String, String> streamTroubles = entries.streamTroubles();
        if (trouble != null) {
            builder.message(trouble.getMessage()).down();
        } else if (!streamTroubles.isEmpty()) {
            builder.message("Streams in trouble: " + streamTroubles).down();
        } else {
            builder.up();
        }
    }
}
