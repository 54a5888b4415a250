package io.gort.camel.streams.benchmarks;

import java.util.List;
import org.apache.camel.CamelContext;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** Moves entries from stream to stream. The component checks each of them; the loop of the driver does not. */
final class ForwardComparison implements Comparison {

    private static final String STREAM = "benchmark:forward";
    private static final String TARGET = "liquidations:binance:BTCUSDT";
    private static final String GROUP = "benchmark";

    private final TestBed bed;
    private final int entries;
    private final CamelContext context;

    ForwardComparison(TestBed bed, int entries) {
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
        Stopwatch watch = new Stopwatch();
        for (int moved = 0; moved < entries; ) {
            List<StreamEntry> batch = reader.next();
            try (AbstractPipeline pipeline = bed.driver().pipelined()) {
                batch.forEach(entry -> pipeline.xadd(TARGET, StreamEntryID.NEW_ENTRY, entry.getFields()));
                pipeline.sync();
            }
            reader.acknowledge(batch);
            moved += batch.size();
        }
        Sample sample = watch.entriesPerSecond(entries);
        endRound();
        return sample;
    }

    @Override
    public Sample withComponent() throws Exception {
        Sample sample = new Consuming(context, entries)
                .run(
                        "gort-streams:" + STREAM + "?group=" + GROUP + "&groupStart=0&lanes=0&batchSize="
                                + Entries.BATCH,
                        "gort-streams:" + TARGET + "?validate=strict&trim=none");
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
        bed.requireOnStream(TARGET, entries);
    }
}
