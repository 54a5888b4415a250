package io.gort.camel.streams.examples.heatmap.feed;

import java.util.List;

/** Puts events on their streams and tells whoever keeps the books. */
@FunctionalInterface
public interface EventPublishing {

    /**
     * Publishes the events in their order, in one round trip.
     *
     * @return those that are not on their streams and may be published later; the others are done with
     * @throws RuntimeException if it is not sure what became of them
     */
    List<FeedEvent> publish(List<FeedEvent> events);
}
