package io.gort.camel.streams.consumer;

import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The reader's connection: opened when it is needed, closed from whichever thread wants a read to end. */
final class ReaderConnection {

    /** How much longer than its block time a read may take before the connection counts as lost. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final StreamClient client;
    private volatile @Nullable StreamReader reader;

    ReaderConnection(StreamClient client) {
        this.client = client;
    }

    boolean isOpen() {
        return reader != null;
    }

    /** The open reader, a new one if there is none. */
    StreamReader reader() {
        StreamReader current = reader;
        if (current == null) {
            current = client.openReader(GRACE);
            reader = current;
        }
        return current;
    }

    /** Closes the connection but leaves it in its place, so that the reading thread notices. */
    void breakOff() {
        StreamReader current = reader;
        if (current != null) {
            current.close();
        }
    }

    /** Closes the connection and forgets it. */
    void reset() {
        breakOff();
        reader = null;
    }
}
