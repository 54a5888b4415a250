package io.gort.camel.streams.benchmarks;

import io.gort.camel.streams.GortStreamsConsumer;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/** Runs a consuming route once, and takes the time from its first entry to the last acknowledgement. */
final class Consuming {

    private static final String ROUTE = "consuming";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CamelContext context;
    private final int entries;
    private final RollCall rollCall;
    private final AtomicReference<@Nullable Stopwatch> watch = new AtomicReference<>();

    Consuming(CamelContext context, int entries) {
        this.context = context;
        this.entries = entries;
        this.rollCall = new RollCall(entries);
    }

    /** Runs a route that counts what it reads and hands it on, until all is acknowledged, and takes it away again. */
    Sample run(String from, String... to) throws Exception {
        return run(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId(ROUTE).process(Consuming.this::count).to(to);
            }
        });
    }

    /** As {@link #run(String, String...)}, with a step of the route's own. */
    Sample run(String from, Processor step) throws Exception {
        return run(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId(ROUTE).process(Consuming.this::count).process(step);
            }
        });
    }

    private Sample run(RouteBuilder route) throws Exception {
        context.addRoutes(route);
        try {
            rollCall.awaitAll(PATIENCE);
            awaitAcknowledged();
            Sample sample =
                    Objects.requireNonNull(watch.get(), "the first entry").entriesPerSecond(entries);
            rollCall.requireEachOnce();
            return sample;
        } finally {
            context.getRouteController().stopRoute(ROUTE);
            context.removeRoute(ROUTE);
        }
    }

    private void count(Exchange exchange) {
        if (watch.get() == null) {
            watch.compareAndSet(null, new Stopwatch());
        }
        if (exchange.getMessage().getBody() instanceof List<?> batch) {
            batch.forEach(entry -> rollCall.here(((StreamEntry) entry).fields()));
        } else {
            rollCall.here((Map<?, ?>) exchange.getMessage().getBody());
        }
    }

    private void awaitAcknowledged() {
        GortStreamsConsumer consumer =
                (GortStreamsConsumer) context.getRoute(ROUTE).getConsumer();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.getAcknowledged() < entries) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "acknowledged: " + consumer.getAcknowledged() + " (expected: " + entries + ")");
            }
            LockSupport.parkNanos(200_000);
        }
    }
}
