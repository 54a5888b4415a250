package io.gort.camel.streams.benchmarks;

import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** Moves entries from stream to stream. The component checks each of them; the loop of the driver does not. */
final class ForwardComparison implements Comparison {

    private static final String STREAM = "benchmark:forward";
    private static final String TARGET = "liquidations:binance:BTCUSDT";

    private final TestBed bed;
    private final FullStream stream;

    ForwardComparison(TestBed bed, int entries) {
        this.bed = bed;
        this.stream = new FullStream(bed, STREAM, entries);
    }

    @Override
    public int entries() {
        return stream.entries();
    }

    @Override
    public Sample withDriver() {
        DriverReader reader = stream.driverReader();
        Stopwatch watch = new Stopwatch();
        for (int moved = 0; moved < stream.entries(); ) {
            List<StreamEntry> batch = reader.next();
            try (AbstractPipeline pipeline = bed.driver().pipelined()) {
                batch.forEach(entry -> pipeline.xadd(TARGET, StreamEntryID.NEW_ENTRY, entry.getFields()));
                pipeline.sync();
            }
            reader.acknowledge(batch);
            moved += batch.size();
        }
        Sample sample = watch.entriesPerSecond(stream.entries());
        endRound();
        return sample;
    }

    @Override
    public Sample withComponent() throws Exception {
        Sample sample = stream.consuming()
                .run(stream.uri() + "&lanes=0", "gort-streams:" + TARGET + "?validate=strict&trim=none");
        endRound();
        return sample;
    }

    @Override
    public void close() {
        stream.close();
    }

    private void endRound() {
        stream.endRound();
        bed.requireOnStream(TARGET, stream.entries());
    }
}
