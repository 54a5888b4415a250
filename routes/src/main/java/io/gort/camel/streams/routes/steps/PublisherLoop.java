package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.routes.heatmap.store.HeatmapPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a publisher its turns, and tells once when they begin to fail and once when it is over. Used by one thread. */
final class PublisherLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherLoop.class);

    private final String symbol;
    private final HeatmapPublisher publisher;
    private boolean failing;

    PublisherLoop(String symbol, HeatmapPublisher publisher) {
        this.symbol = symbol;
        this.publisher = publisher;
    }

    void turn() {
        try {
            publisher.publishChanged();
            if (failing) {
                LOG.info("The heatmaps of {} are published again", symbol);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (failing) {
                LOG.debug("The heatmaps of {} could not be published", symbol, e);
            } else {
                LOG.warn("The heatmaps of {} could not be published; trying on", symbol, e);
            }
            failing = true;
        }
    }

    /** A last turn, after which another member may go on. */
    void last() {
        turn();
        if (!failing) {
            publisher.release();
        }
    }
}
