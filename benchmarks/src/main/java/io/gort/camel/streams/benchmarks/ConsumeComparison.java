package io.gort.camel.streams.benchmarks;

import java.util.List;
import redis.clients.jedis.resps.StreamEntry;

/** Reads a full stream in a group of its own, each side over and over the same one. */
final class ConsumeComparison implements Comparison {

    private static final String STREAM = "benchmark:consume";

    private final FullStream stream;

    ConsumeComparison(TestBed bed, int entries) {
        this.stream = new FullStream(bed, STREAM, entries);
    }

    @Override
    public int entries() {
        return stream.entries();
    }

    @Override
    public Sample withDriver() {
        DriverReader reader = stream.driverReader();
        RollCall rollCall = new RollCall(stream.entries());
        Stopwatch watch = new Stopwatch();
        for (int read = 0; read < stream.entries(); ) {
            List<StreamEntry> batch = reader.next();
            batch.forEach(entry -> rollCall.here(entry.getFields()));
            reader.acknowledge(batch);
            read += batch.size();
        }
        Sample sample = watch.entriesPerSecond(stream.entries());
        rollCall.requireEachOnce();
        stream.endRound();
        return sample;
    }

    @Override
    public Sample withComponent() throws Exception {
        Sample sample = stream.consuming().run(stream.uri());
        stream.endRound();
        return sample;
    }

    @Override
    public void close() {
        stream.close();
    }
}
