package io.gort.camel.streams;

import io.gort.camel.streams.consumer.StreamConsumer;
import io.gort.camel.streams.entry.PoolUse;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/**
 * The meters of a consumer or of connections, from when these begin until they are closed. There are some where
 * Micrometer is on the class path and a meter registry in Camel's: a component must not ask for either.
 */
interface Meters extends AutoCloseable {

    /** Begins to show what a consumer does. */
    static Meters of(GortStreamsConsumer consumer, StreamConsumer entries) {
        return micrometerIsThere() ? MicrometerMeters.of(consumer, entries) : () -> {};
    }

    /**
     * Begins to show how busy connections are.
     *
     * @param server where they lead, without secrets
     * @param pools  tells it at the moment
     */
    static Meters ofConnections(CamelContext context, String server, Supplier<List<PoolUse>> pools) {
        return micrometerIsThere() ? MicrometerPools.of(context, server, pools) : () -> {};
    }

    private static boolean micrometerIsThere() {
        try {
            Class.forName("io.micrometer.core.instrument.MeterRegistry", false, Meters.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    void close();
}
