package io.gort.camel.streams.examples.heatmap.feed;

import java.util.List;

/** Puts events on their streams and tells whoever keeps the books. */
@FunctionalInterface
public interface EventPublishing {

    /**
     * Publishes the events in their order, in one round trip.
     *
     * @throws RuntimeException if it is not sure that all of them are on their streams
     */
    void publish(List<FeedEvent> events);
}
