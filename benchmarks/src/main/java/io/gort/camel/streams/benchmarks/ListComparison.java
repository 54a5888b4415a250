package io.gort.camel.streams.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;

/** Adds entries many at a time. */
final class ListComparison implements Comparison {

    private static final String STREAM = "benchmark:list";

    private final TestBed bed;
    private final int entries;
    private final SendingEndpoint endpoint;
    private final List<List<Map<String, String>>> batches = new ArrayList<>();

    ListComparison(TestBed bed, int entries) throws Exception {
        this.bed = bed;
        this.entries = entries;
        this.endpoint = new SendingEndpoint(bed, STREAM);
        List<Map<String, String>> all = Entries.upTo(entries);
        for (int from = 0; from < entries; from += Entries.BATCH) {
            batches.add(all.subList(from, from + Entries.BATCH));
        }
    }

    @Override
    public int entries() {
        return entries;
    }

    @Override
    public Sample withDriver() {
        return timed(this::pipeline);
    }

    @Override
    public Sample withComponent() {
        return timed(endpoint::send);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private Sample timed(Consumer<List<Map<String, String>>> send) {
        Stopwatch watch = new Stopwatch();
        batches.forEach(send);
        Sample sample = watch.entriesPerSecond(entries);
        bed.requireOnStream(STREAM, entries);
        return sample;
    }

    private void pipeline(List<Map<String, String>> batch) {
        try (AbstractPipeline pipeline = bed.driver().pipelined()) {
            batch.forEach(fields -> pipeline.xadd(STREAM, StreamEntryID.NEW_ENTRY, fields));
            pipeline.sync();
        }
    }
}
