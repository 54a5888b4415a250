package io.gort.camel.streams.entry;

import java.time.Duration;

/**
 * What keeps an entry from being added twice: a key that is set together with the entry and holds its id. Whoever adds
 * an entry with the same marker while it lasts is given that id, and adds nothing.
 *
 * @param markerKey in the cluster slot of the stream
 * @param lifetime  how long the marker lasts, at least a millisecond
 */
public record OnlyOnce(String markerKey, Duration lifetime) {

    public OnlyOnce {
        if (lifetime.toMillis() < 1) {
            throw new IllegalArgumentException("lifetime: " + lifetime + " (expected: at least one millisecond)");
        }
    }
}
