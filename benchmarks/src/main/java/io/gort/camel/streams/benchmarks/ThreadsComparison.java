package io.gort.camel.streams.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import redis.clients.jedis.StreamEntryID;

/** Adds entries one by one from several threads; with the driver each of them has a connection of the pool. */
final class ThreadsComparison implements Comparison {

    private static final String STREAM = "benchmark:threads";
    private static final int THREADS = 8;

    private final TestBed bed;
    private final SendingEndpoint endpoint;
    private final List<Map<String, String>> entries;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    ThreadsComparison(TestBed bed, int entries) {
        this.bed = bed;
        this.entries = Entries.upTo(entries);
        this.endpoint = new SendingEndpoint(bed, STREAM);
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
        return timed(endpoint::send);
    }

    @Override
    public void close() {
        threads.shutdown();
        endpoint.close();
    }

    private Sample timed(Consumer<Map<String, String>> send) throws Exception {
        List<Callable<Object>> shares = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            shares.add(Executors.callable(() -> {
                for (int i = first; i < entries.size(); i += THREADS) {
                    send.accept(entries.get(i));
                }
            }));
        }
        Stopwatch watch = new Stopwatch();
        for (Future<Object> share : threads.invokeAll(shares)) {
            share.get();
        }
        Sample sample = watch.entriesPerSecond(entries.size());
        bed.requireOnStream(STREAM, entries.size());
        return sample;
    }
}
