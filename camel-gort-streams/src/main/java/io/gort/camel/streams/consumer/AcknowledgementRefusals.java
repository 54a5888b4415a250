package io.gort.camel.streams.consumer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once of each stream on which the server refuses to acknowledge, and once when it is over. Any thread may tell
 * it.
 */
final class AcknowledgementRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementRefusals.class);

    private final String group;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    AcknowledgementRefusals(String group) {
        this.group = group;
    }

    void refused(String streamKey, RuntimeException cause) {
        if (troubles.put(streamKey, "not acknowledged: " + cause.getMessage()) == null) {
            LOG.warn(
                    "What is done of stream {} stays pending in group {}, and is not run again here; trying on to"
                            + " acknowledge it: {}",
                    streamKey,
                    group,
                    cause.getMessage());
        }
    }

    void acknowledged(String streamKey) {
        if (troubles.remove(streamKey) != null) {
            LOG.info("What is done of stream {} is acknowledged again in group {}", streamKey, group);
        }
    }

    boolean isRefused(String streamKey) {
        return troubles.containsKey(streamKey);
    }

    /** What is wrong with the streams, by stream key. */
    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }
}
