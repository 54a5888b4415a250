package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.redis.StreamClient;
import org.apache.camel.CamelContext;

/**
 * The client that a step shares with the endpoints whose URIs do not say how their server is reached.
 *
 * @param component where it was taken
 * @param client    the client
 */
record TakenClient(GortStreamsComponent component, StreamClient client) implements AutoCloseable {

    static TakenClient of(CamelContext context) {
        GortStreamsComponent component = context.getComponent(GortStreamsConstants.SCHEME, GortStreamsComponent.class);
        return new TakenClient(component, component.takeClient());
    }

    /** Gives it back. */
    @Override
    public void close() {
        component.giveBackClient(client);
    }
}
