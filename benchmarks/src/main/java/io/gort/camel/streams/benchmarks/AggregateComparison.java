package io.gort.camel.streams.benchmarks;

import io.gort.camel.streams.routes.steps.HeatmapAggregator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Reads a full stream of liquidations in a group of its own: in place of the driver a plain route of the component that
 * counts what it reads, and the route of {@code gort-aggregate-heatmap}, which makes heatmaps of all intervals of it.
 */
final class AggregateComparison implements Comparison {

    private static final String SYMBOL = "BTCUSDT";
    private static final String STREAM = "liquidations:benchmark:" + SYMBOL;
    private static final int INTERVALS = 7;

    private final TestBed bed;
    private final FullStream stream;

    /** With prices that move slowly. */
    AggregateComparison(TestBed bed, int entries) {
        this(bed, entries, Entries::fields);
    }

    private AggregateComparison(TestBed bed, int entries, IntFunction<Map<String, String>> fields) {
        this.bed = bed;
        this.stream = new FullStream(bed, STREAM, entries, fields);
    }

    /** With prices that jump over all levels. */
    static AggregateComparison scattered(TestBed bed, int entries) {
        return new AggregateComparison(bed, entries, Entries::scatteredFields);
    }

    @Override
    public int entries() {
        return stream.entries();
    }

    @Override
    public Sample withDriver() throws Exception {
        Sample sample = stream.consuming().run(stream.uri());
        stream.endRound();
        return sample;
    }

    @Override
    public Sample withComponent() throws Exception {
        HeatmapAggregator aggregator = new HeatmapAggregator();
        aggregator.getOptions().setSymbol(SYMBOL);
        Sample sample = stream.consuming().run(stream.uri() + "&batching=true&batchTimeout=50ms", aggregator);
        requireEachCountedOnce(aggregator);
        stream.endRound();
        bed.driver().keys("heatmap*").forEach(bed.driver()::del);
        return sample;
    }

    private void requireEachCountedOnce(HeatmapAggregator aggregator) {
        List<Long> expected = List.of((long) stream.entries() * INTERVALS, 0L, 0L);
        List<Long> found = List.of(aggregator.getCounted(), aggregator.getDuplicates(), aggregator.getLate());
        if (!found.equals(expected)) {
            throw new IllegalStateException("counted, duplicates, late: " + found + " (expected: " + expected + ")");
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
