package io.gort.camel.streams.component;

import io.gort.camel.streams.GortStreamsConsumer;
import io.gort.camel.streams.consumer.ConsumerCounters;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Looks at the consumers of a context. */
final class Consumers {

    private Consumers() {}

    /** What the first {@code gort-streams} consumer of the context has counted. */
    static ConsumerCounters counters(CamelContext context) {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(GortStreamsConsumer.class::isInstance)
                .map(consumer -> ((GortStreamsConsumer) consumer).counters())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
