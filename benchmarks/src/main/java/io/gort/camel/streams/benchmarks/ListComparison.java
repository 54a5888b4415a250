package io.gort.camel.streams.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;

/** Adds entries many at a time. */
final class ListComparison implements Comparison {

    private static final String STREAM = "benchmark:list";

    private final TestBed bed;
    private final int entries;
    private final CamelContext context;
    private final ProducerTemplate template;
    private final Endpoint endpoint;
    private final List<List<Map<String, String>>> batches = new ArrayList<>();

    ListComparison(TestBed bed, int entries) {
        this.bed = bed;
        this.entries = entries;
        this.context = bed.startContext();
        this.template = context.createProducerTemplate();
        this.endpoint = context.getEndpoint("gort-streams:" + STREAM);
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
        return timed(batch -> template.sendBody(endpoint, batch));
    }

    @Override
    public void close() {
        context.stop();
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
