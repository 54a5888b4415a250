package io.gort.camel.streams.karaf.heatmap;

import io.gort.camel.streams.routes.GortRouteTemplates;
import java.util.Dictionary;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a route for each configured symbol while there is a configuration and a connection to Redis, anew after each
 * change. A route that cannot start, as while Redis is away, is tried again.
 *
 * <p>All of it is done by a thread of its own: the one that tells this configuration is the one that tells the
 * connection's, for which endpoints wait when they are made.
 */
final class HeatmapRoutes implements ManagedService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeatmapRoutes.class);
    private static final String TEMPLATE = "gort-aggregate-heatmap";
    private static final long RETRY_MILLIS = 5_000;

    private final Supplier<CamelContext> contexts;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "gort-streams-heatmap"));

    // touched by the thread only
    private @Nullable HeatmapConfiguration configuration;
    private boolean connected;
    private @Nullable CamelContext running;

    /**
     * Nothing runs at first.
     *
     * @param contexts makes a context that knows the container, not started
     */
    HeatmapRoutes(Supplier<CamelContext> contexts) {
        this.contexts = contexts;
    }

    /** Takes a new configuration. None stops the routes; one that is refused leaves them as they are. */
    @Override
    public void updated(@Nullable Dictionary<String, ?> properties) throws ConfigurationException {
        HeatmapConfiguration read = properties == null ? null : HeatmapConfiguration.of(properties);
        thread.execute(() -> {
            configuration = read;
            restart();
        });
    }

    /** The connection to Redis is known from now on. */
    void connect() {
        thread.execute(() -> {
            connected = true;
            restart();
        });
    }

    /** The connection to Redis is no longer known. Nothing runs any more after this. */
    void disconnect() {
        await(thread.submit(() -> {
            connected = false;
            restart();
        }));
    }

    /** Nothing runs any more after this. */
    @Override
    public void close() {
        await(thread.submit(this::stop));
        thread.shutdown();
    }

    private void restart() {
        stop();
        HeatmapConfiguration current = configuration;
        if (connected && current != null) {
            start(current);
        }
    }

    private void start(HeatmapConfiguration current) {
        CamelContext context = contexts.get();
        context.getCamelContextExtension().setName("gort-streams-heatmap");
        try {
            context.getRouteController().supervising().setBackOffDelay(RETRY_MILLIS);
            GortRouteTemplates.addTo(context);
            current.symbols().forEach(symbol -> add(context, symbol, current));
            context.start();
            running = context;
            LOG.info("Making heatmaps of {}", current.symbols());
        } catch (Exception e) {
            context.stop();
            LOG.error("No heatmaps are made until {} changes: {}", Activator.PID, e.getMessage(), e);
        }
    }

    private static void add(CamelContext context, String symbol, HeatmapConfiguration current) {
        TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(context, TEMPLATE)
                .routeId("heatmap-" + symbol)
                .parameter("symbol", symbol);
        current.parameters().forEach(route::parameter);
        route.add();
    }

    private void stop() {
        CamelContext stopping = running;
        running = null;
        if (stopping != null) {
            stopping.stop();
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("Heatmap routes did not stop well", e.getCause());
        }
    }
}
