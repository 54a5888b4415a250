package io.gort.camel.streams.benchmarks;

import java.util.List;
import org.apache.camel.CamelContext;
import redis.clients.jedis.resps.StreamEntry;

/** Reads a full stream in a group of its own, each side over and over the same one. */
final class ConsumeComparison implements Comparison {

    private static final String STREAM = "benchmark:consume";
    private static final String GROUP = "benchmark";

    private final TestBed bed;
    private final int entries;
    private final CamelContext context;

    ConsumeComparison(TestBed bed, int entries) {
        this.bed = bed;
        this.entries = entries;
        this.context = bed.startContext();
        Entries.fill(bed.driver(), STREAM, entries);
    }

    @Override
    public int entries() {
        return entries;
    }

    @Override
    public Sample withDriver() {
        DriverReader reader = DriverReader.inNewGroup(bed.driver(), STREAM, GROUP);
        RollCall rollCall = new RollCall(entries);
        Stopwatch watch = new Stopwatch();
        for (int read = 0; read < entries; ) {
            List<StreamEntry> batch = reader.next();
            batch.forEach(entry -> rollCall.here(entry.getFields()));
            reader.acknowledge(batch);
            read += batch.size();
        }
        Sample sample = watch.entriesPerSecond(entries);
        rollCall.requireEachOnce();
        endRound();
        return sample;
    }

    @Override
    public Sample withComponent() throws Exception {
        Sample sample = new Consuming(context, entries)
                .run("gort-streams:" + STREAM + "?group=" + GROUP + "&groupStart=0&batchSize=" + Entries.BATCH);
        endRound();
        return sample;
    }

    @Override
    public void close() {
        context.stop();
        bed.driver().del(STREAM);
    }

    private void endRound() {
        bed.requireAllDone(STREAM, GROUP);
        bed.driver().xgroupDestroy(STREAM, GROUP);
    }
}
