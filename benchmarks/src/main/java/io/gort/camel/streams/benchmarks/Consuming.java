package io.gort.camel.streams.benchmarks;

import io.gort.camel.streams.GortStreamsConsumer;
import io.gort.camel.streams.consumer.ConsumerCounters;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/** Runs a consuming route for a while, and takes the time from its first entry to the last acknowledgement. */
final class Consuming {

    private static final String ROUTE = "consuming";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CamelContext context;
    private final int entries;

    Consuming(CamelContext context, int entries) {
        this.context = context;
        this.entries = entries;
    }

    /** Hears of each entry in turn. */
    static final class Counting implements Processor {

        private final RollCall rollCall;
        private final AtomicReference<@Nullable Stopwatch> watch = new AtomicReference<>();

        Counting(int entries) {
            rollCall = new RollCall(entries);
        }

        @Override
        public void process(Exchange exchange) {
            if (watch.get() == null) {
                watch.compareAndSet(null, new Stopwatch());
            }
            rollCall.here((Map<?, ?>) exchange.getMessage().getBody());
        }
    }

    /**
     * Runs the route until it has acknowledged all entries, and takes it away again.
     *
     * @param counting the first step of the route
     */
    Sample run(Counting counting, LambdaRouteBuilder route) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                getRouteCollection().setCamelContext(context);
                route.accept(this);
                getRouteCollection().getRoutes().get(0).routeId(ROUTE);
            }
        });
        try {
            awaitAcknowledged();
            Stopwatch watch = counting.watch.get();
            if (watch == null) {
                throw new IllegalStateException("no entry has come");
            }
            Sample sample = watch.entriesPerSecond(entries);
            counting.rollCall.requireEachOnce();
            return sample;
        } finally {
            context.getRouteController().stopRoute(ROUTE);
            context.removeRoute(ROUTE);
        }
    }

    private void awaitAcknowledged() {
        ConsumerCounters counters =
                ((GortStreamsConsumer) context.getRoute(ROUTE).getConsumer()).counters();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (counters == null || counters.acknowledged() < entries) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("acknowledged: " + (counters == null ? 0 : counters.acknowledged())
                        + " (expected: " + entries + ")");
            }
            LockSupport.parkNanos(500_000);
        }
    }
}
