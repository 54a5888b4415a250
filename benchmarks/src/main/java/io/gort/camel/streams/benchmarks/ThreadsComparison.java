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
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import redis.clients.jedis.StreamEntryID;

/** Adds entries one by one from several threads; with the driver each of them has a connection of the pool. */
final class ThreadsComparison implements Comparison {

    private static final String STREAM = "benchmark:threads";
    private static final int THREADS = 8;

    private final TestBed bed;
    private final CamelContext context;
    private final Consumer<Map<String, String>> component;
    private final List<Map<String, String>> entries;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Phaser underWay = new Phaser(1);

    private ThreadsComparison(TestBed bed, CamelContext context, int entries, boolean waits) throws Exception {
        this.bed = bed;
        this.context = context;
        this.entries = Entries.upTo(entries);
        Endpoint endpoint = context.getEndpoint("gort-streams:" + STREAM);
        this.component = waits ? waiting(endpoint) : asynchronous(endpoint);
    }

    /** With the component each thread waits for its entry, as with the driver. */
    static Comparison waiting(TestBed bed, int entries) throws Exception {
        return new ThreadsComparison(bed, bed.startContext(), entries, true);
    }

    /** With the component threads go on as a route does, and wait for all entries in the end. */
    static Comparison asynchronous(TestBed bed, int entries) throws Exception {
        return new ThreadsComparison(bed, bed.startContext(), entries, false);
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
        return timed(component);
    }

    @Override
    public void close() {
        threads.shutdown();
        context.stop();
    }

    private Consumer<Map<String, String>> waiting(Endpoint endpoint) {
        ProducerTemplate template = context.createProducerTemplate();
        return fields -> template.sendBody(endpoint, fields);
    }

    private Consumer<Map<String, String>> asynchronous(Endpoint endpoint) throws Exception {
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        return fields -> {
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(fields);
            underWay.register();
            producer.process(exchange, doneSync -> underWay.arriveAndDeregister());
        };
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
