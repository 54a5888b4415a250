package io.gort.camel.streams;

import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import java.util.Map;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.jspecify.annotations.Nullable;

/** DOWN while the server of a producer does not answer. */
final class ProducerHealth extends AbstractHealthCheck implements AutoCloseable {

    private final GortStreamsEndpoint endpoint;
    private final StreamClient client;
    private final @Nullable WritableHealthCheckRepository repository;

    private ProducerHealth(GortStreamsEndpoint endpoint, StreamClient client) {
        super("camel", "producer:" + endpoint.getStream());
        this.endpoint = endpoint;
        this.client = client;
        this.repository = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
    }

    /** Takes part in the health of the context, where that is asked for, until it is closed. */
    static ProducerHealth register(GortStreamsEndpoint endpoint, StreamClient client) {
        ProducerHealth health = new ProducerHealth(endpoint, client);
        health.setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
        if (health.repository != null) {
            health.repository.addHealthCheck(health);
        }
        return health;
    }

    @Override
    public void close() {
        if (repository != null) {
            repository.removeHealthCheck(this);
        }
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("stream", endpoint.getStream());
        builder.detail("server", ConnectionOptions.where(endpoint.getConfiguration()));
        try {
            client.ping();
            builder.up();
        } catch (RedisStreamException e) {
            builder.message(e.getMessage()).down();
        }
    }
}
