package io.gort.camel.streams.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import redis.clients.jedis.StreamEntryID;

/** Adds entries one by one and takes the time of each. */
final class SendComparison implements Comparison {

    private static final String STREAM = "benchmark:send";

    private final TestBed bed;
    private final SendingEndpoint endpoint;
    private final List<Map<String, String>> entries;

    SendComparison(TestBed bed, int entries) throws Exception {
        this.bed = bed;
        this.entries = Entries.upTo(entries);
        this.endpoint = new SendingEndpoint(bed, STREAM);
    }

    @Override
    public int entries() {
        return entries.size();
    }

    @Override
    public Sample withDriver() {
        return eachTimed(fields -> bed.driver().xadd(STREAM, StreamEntryID.NEW_ENTRY, fields));
    }

    @Override
    public Sample withComponent() {
        return eachTimed(endpoint::send);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private Sample eachTimed(Consumer<Map<String, String>> send) {
        long[] nanos = new long[entries.size()];
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < nanos.length; i++) {
            long before = System.nanoTime();
            send.accept(entries.get(i));
            nanos[i] = System.nanoTime() - before;
        }
        double cpuMicros = watch.cpuMicros(nanos.length);
        bed.requireOnStream(STREAM, entries.size());
        Arrays.sort(nanos);
        return new Sample(nanos[nanos.length / 2] / 1e3, cpuMicros);
    }
}
