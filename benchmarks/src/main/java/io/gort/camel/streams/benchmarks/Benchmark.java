package io.gort.camel.streams.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** What is measured. */
enum Benchmark {
    CONSUME(
            "reads a stream in a group, 100 entries at a time, and acknowledges them: a read and an XACK in turns, and a"
                    + " route with a counter",
            Unit.ENTRIES_PER_SECOND,
            0.95,
            100_000,
            ConsumeComparison::new),

    SEND("adds one entry at a time, from one thread", Unit.MEDIAN_MICROS, 1.15, 10_000, SendComparison::new),

    LIST(
            "adds 100 entries at a time: a pipeline of 100, and a List of 100 in the body",
            Unit.ENTRIES_PER_SECOND,
            0.90,
            50_000,
            ListComparison::new),

    THREADS(
            "adds one entry at a time, from 8 threads side by side, each of which waits for its entry",
            Unit.ENTRIES_PER_SECOND,
            3.0,
            40_000,
            ThreadsComparison::waiting),

    THREADS_ASYNC(
            "adds one entry at a time, from 8 threads side by side; with the component none waits, as in a route",
            Unit.ENTRIES_PER_SECOND,
            3.0,
            40_000,
            ThreadsComparison::asynchronous),

    FORWARD(
            "moves the entries of a stream to another one: a loop that reads 100, writes a pipeline and acknowledges, and"
                    + " an unordered route that checks each entry besides",
            Unit.ENTRIES_PER_SECOND,
            0.40,
            30_000,
            ForwardComparison::new),

    AGGREGATE(
            "reads a stream of liquidations in a group, 100 entries at a time: here \"driver\" is a plain route of the"
                    + " component with a counter, \"component\" one that makes heatmaps of all seven intervals of them",
            Unit.ENTRIES_PER_SECOND,
            0.50,
            50_000,
            AggregateComparison::new),

    AGGREGATE_SCATTERED(
            "the same with prices that jump, so that each batch has all 45 price levels",
            Unit.ENTRIES_PER_SECOND,
            0.50,
            50_000,
            AggregateComparison::scattered);

    private final String work;
    private final Unit unit;
    private final double aim;
    private final int entries;
    private final Opening opening;

    /** Makes a comparison ready to run. */
    @FunctionalInterface
    private interface Opening {
        Comparison open(TestBed bed, int entries) throws Exception;
    }

    Benchmark(String work, Unit unit, double aim, int entries, Opening opening) {
        this.work = work;
        this.unit = unit;
        this.aim = aim;
        this.entries = entries;
        this.opening = opening;
    }

    /**
     * The benchmark of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Benchmark named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("benchmark: " + name + " (expected: one of "
                        + Arrays.stream(values()).map(Benchmark::label).toList() + ")"));
    }

    /** Its name on the command line and in reports. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What both sides do. */
    String work() {
        return work;
    }

    Unit unit() {
        return unit;
    }

    /** The ratio of the component to the driver that we want: at least this for speeds, at most this for times. */
    double aim() {
        return aim;
    }

    /**
     * Makes it ready to run.
     *
     * @param scale how much of the usual number of entries a round has, such as 0.01
     */
    Comparison open(TestBed bed, double scale) throws Exception {
        int wanted = (int) Math.round(entries * scale / Entries.BATCH) * Entries.BATCH;
        return opening.open(bed, Math.max(10 * Entries.BATCH, wanted));
    }
}
