package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.PoolUse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** All ways to the servers: shared connections for commands, and readers. */
interface ServerAccess extends ServerCalls, AutoCloseable {

    /**
     * Opens a reader.
     *
     * @param grace      how long over its block time a read may take before the connection counts as lost
     * @param whenClosed told once it is closed
     */
    StreamReader openReader(Duration grace, Consumer<StreamReader> whenClosed);

    /** How busy the shared connections are. */
    List<PoolUse> pools();

    @Override
    void close();
}
