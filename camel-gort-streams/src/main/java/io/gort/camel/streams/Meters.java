package io.gort.camel.streams;

import io.gort.camel.streams.consumer.StreamConsumer;

/**
 * The meters of one consumer, from when it is started until they are closed. There are some where Micrometer is on the
 * class path and a meter registry in Camel's: a component must not ask for either.
 */
interface Meters extends AutoCloseable {

    /** Begins to show what a consumer does. */
    static Meters of(GortStreamsConsumer consumer, StreamConsumer entries) {
        return micrometerIsThere() ? MicrometerMeters.of(consumer, entries) : () -> {};
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
