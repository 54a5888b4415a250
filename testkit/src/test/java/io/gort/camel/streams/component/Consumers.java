package io.gort.camel.streams.component;

import io.gort.camel.streams.GortStreamsConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Looks at the consumers of a context. */
final class Consumers {

    private Consumers() {}

    /** The first {@code gort-streams} consumer of the context. */
    static GortStreamsConsumer first(CamelContext context) {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(GortStreamsConsumer.class::isInstance)
                .map(GortStreamsConsumer.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
