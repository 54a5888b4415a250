package io.gort.camel.streams.consumer;

import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reader's connection: opened when it is needed, closed from whichever thread wants a read to end. */
final class ReaderConnection {

    /** How much longer than its block time a read may take before the connection counts as lost. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final Supplier<StreamReader> opening;
    private final Gate gate;
    private volatile @Nullable StreamReader reader;

    ReaderConnection(StreamClient client, Gate gate) {
        this(() -> client.openReader(GRACE), gate);
    }

    /**
     * A connection that is opened in another way.
     *
     * @param opening opens a reader with {@link #GRACE}
     */
    ReaderConnection(Supplier<StreamReader> opening, Gate gate) {
        this.opening = opening;
        this.gate = gate;
    }

    boolean isOpen() {
        return reader != null;
    }

    /**
     * The open reader, a new one if there is none.
     *
     * @throws ConnectionLostException also if the gate is not open: whoever shut it may have looked for a reader to
     *     close before this one was there
     */
    StreamReader reader() {
        StreamReader current = reader;
        if (current == null) {
            current = opening.get();
            reader = current;
        }
        if (!gate.isOpen()) {
            close();
            throw new ConnectionLostException("No longer reading", null);
        }
        return current;
    }

    /** Closes the connection; a read that waits on it fails. */
    void close() {
        StreamReader current = reader;
        reader = null;
        if (current != null) {
            current.close();
        }
    }
}
