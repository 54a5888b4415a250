package io.gort.camel.streams.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.function.Consumer;
import redis.clients.jedis.StreamEntryID;

/** Adds entries one by one from several threads; with the driver each of them has a connection of the pool. */
final class ThreadsComparison implements Comparison {

    private static final String STREAM = "benchmark:threads";
    private static final int THREADS = 8;

    private final TestBed bed;
    private final SendingEndpoint endpoint;
    private final boolean waits;
    private final List<Map<String, String>> entries;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Phaser underWay = new Phaser(1);

    private ThreadsComparison(TestBed bed, int entries, boolean waits) throws Exception {
        this.bed = bed;
        this.endpoint = new SendingEndpoint(bed, STREAM);
        this.waits = waits;
        this.entries = Entries.upTo(entries);
    }

    /** With the component each thread waits for its entry, as with the driver. */
    static Comparison waiting(TestBed bed, int entries) throws Exception {
        return new ThreadsComparison(bed, entries, true);
    }

    /** With the component threads go on as a route does, and all entries are waited for in the end. */
    static Comparison asynchronous(TestBed bed, int entries) throws Exception {
        return new ThreadsComparison(bed, entries, false);
    }

    @Override
    public int entries() {
        return entries.size();
    }

    @Override
    public Sample withDriver() throws Exception {
        return timed(fields -> bed.driver().xadd(STREAM, StreamEntryID.NEW_ENTRY, fields));
    }

    @Override
    public Sample withComponent() throws Exception {
        return timed(waits ? endpoint::send : this::begin);
    }

    @Override
    public void close() {
        threads.shutdown();
        endpoint.close();
    }

    private void begin(Map<String, String> fields) {
        underWay.register();
        endpoint.send(fields, underWay::arriveAndDeregister);
    }

    private Sample timed(Consumer<Map<String, String>> add) throws Exception {
        List<Callable<Object>> shares = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            shares.add(Executors.callable(() -> {
                for (int i = first; i < entries.size(); i += THREADS) {
                    add.accept(entries.get(i));
                }
            }));
        }
        Stopwatch watch = new Stopwatch();
        for (Future<Object> share : threads.invokeAll(shares)) {
            share.get();
        }
        underWay.arriveAndAwaitAdvance();
        Sample sample = watch.entriesPerSecond(entries.size());
        bed.requireOnStream(STREAM, entries.size());
        return sample;
    }
}
