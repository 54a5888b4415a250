package io.gort.camel.streams;

import io.gort.camel.streams.consumer.StreamConsumer;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.jspecify.annotations.Nullable;

/** DOWN while the consumer cannot read, or one of its streams is set aside. */
final class ConsumerHealth extends AbstractHealthCheck {

    private final GortStreamsConsumer consumer;
    private final StreamConsumer entries;

    private ConsumerHealth(GortStreamsConsumer consumer, StreamConsumer entries) {
        super("camel", "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
        this.entries = entries;
    }

    /** Registers the check of a consumer, unless checks are switched off; null if there is nowhere to do so. */
    static @Nullable ConsumerHealth register(GortStreamsConsumer consumer, StreamConsumer entries) {
        WritableHealthCheckRepository repository =
                repository(consumer.getEndpoint().getCamelContext());
        if (repository == null) {
            return null;
        }
        ConsumerHealth check = new ConsumerHealth(consumer, entries);
        check.setEnabled(consumer.getEndpoint().getComponent().isHealthCheckConsumerEnabled());
        repository.addHealthCheck(check);
        return check;
    }

    void unregister() {
        WritableHealthCheckRepository repository =
                repository(consumer.getEndpoint().getCamelContext());
        if (repository != null) {
            repository.removeHealthCheck(this);
        }
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("stream", consumer.getEndpoint().getStream());
        builder.detail("server", consumer.getEndpoint().getServiceUrl());
        Throwable trouble = entries.trouble();
        Map<String, String> streamTroubles = entries.streamTroubles();
        if (trouble != null) {
            builder.message(trouble.getMessage()).down();
        } else if (!streamTroubles.isEmpty()) {
            builder.message("Streams set aside: " + streamTroubles).down();
        } else {
            builder.up();
        }
    }

    private static @Nullable WritableHealthCheckRepository repository(CamelContext context) {
        return HealthCheckHelper.getHealthCheckRepository(context, "consumers", WritableHealthCheckRepository.class);
    }
}
