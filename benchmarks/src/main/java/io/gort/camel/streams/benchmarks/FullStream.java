package io.gort.camel.streams.benchmarks;

import java.util.Map;
import java.util.function.IntFunction;
import org.apache.camel.CamelContext;

/** A full stream that is read over and over, each time in a new group. */
final class FullStream implements AutoCloseable {

    private static final String GROUP = "benchmark";

    private final TestBed bed;
    private final String streamKey;
    private final int entries;
    private final CamelContext context;

    FullStream(TestBed bed, String streamKey, int entries) {
        this(bed, streamKey, entries, Entries::fields);
    }

    /**
     * @param fields of which entry which fields
     */
    FullStream(TestBed bed, String streamKey, int entries, IntFunction<Map<String, String>> fields) {
        this.bed = bed;
        this.streamKey = streamKey;
        this.entries = entries;
        this.context = bed.startContext();
        Entries.fill(bed.driver(), streamKey, entries, fields);
    }

    int entries() {
        return entries;
    }

    /** The endpoint that reads it. */
    String uri() {
        return "gort-streams:" + streamKey + "?group=" + GROUP + "&groupStart=0&batchSize=" + Entries.BATCH;
    }

    /** One round of a route that reads it. */
    Consuming consuming() {
        return new Consuming(context, entries);
    }

    /** One round of the driver. */
    DriverReader driverReader() {
        return DriverReader.inNewGroup(bed.driver(), streamKey, GROUP);
    }

    /** Sees that the round has left nothing undone. */
    void endRound() {
        bed.requireAllDone(streamKey, GROUP);
        bed.driver().xgroupDestroy(streamKey, GROUP);
    }

    @Override
    public void close() {
        context.stop();
        bed.driver().del(streamKey);
    }
}
