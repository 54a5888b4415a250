package io.gort.camel.streams.benchmarks;

/**
 * The same work done by the bare driver and by the component. Each call does all of it once, sees that every entry was
 * dealt with exactly once, and fails otherwise.
 */
interface Comparison extends AutoCloseable {

    /** How many entries one call deals with. */
    int entries();

    Sample withDriver() throws Exception;

    Sample withComponent() throws Exception;

    @Override
    void close();
}
