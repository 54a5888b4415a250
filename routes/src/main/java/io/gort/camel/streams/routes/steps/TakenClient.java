package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.redis.StreamClient;
import org.apache.camel.CamelContext;

/**
 * The client of the component's own options, which a step shares with the endpoints.
 *
 * @param component where it was taken
 * @param client    the client
 */
record TakenClient(GortStreamsComponent component, StreamClient client) implements AutoCloseable {

    static TakenClient of(CamelContext context) {
        GortStreamsComponent component = context.getComponent(GortStreamsConstants.SCHEME, GortStreamsComponent.class);
        return new TakenClient(component, component.takeClient(component.getConfiguration()));
    }

    /** Gives it back. */
    @Override
    public void close() {
        component.giveBackClient(client);
    }
}
