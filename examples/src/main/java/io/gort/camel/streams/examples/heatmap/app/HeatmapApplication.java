package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsConfiguration;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.examples.heatmap.http.StreamsReport;
import io.gort.camel.streams.examples.heatmap.options.RedisAddress;
import io.gort.camel.streams.examples.heatmap.tally.Books;
import java.time.Clock;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Camel Main application: the routes of the resources and the beans that they name. */
public final class HeatmapApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeatmapApplication.class);

    private final Main main = new Main();
    private final HeatmapCounting counting = new HeatmapCounting(Clock.systemUTC());
    private final Books books;

    /**
     * Sets everything up and starts nothing.
     *
     * @param redis   the server that the routes use
     * @param books   who keeps the books
     * @param port    the HTTP port; 0 for a free one
     * @param streams which streams are consumed, separated by commas
     */
    public HeatmapApplication(RedisAddress redis, Books books, int port, String streams) {
        this.books = books;
        // the run decides when to stop: it has work to finish first
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.bind(GortStreamsConstants.SCHEME, component(redis));
        main.addOverrideProperty("heatmap.group", Books.GROUP);
        main.addOverrideProperty("heatmap.streams", streams);
        main.addOverrideProperty("camel.server.port", Integer.toString(port));
        main.addOverrideProperty("camel.management.port", Integer.toString(port));
        main.bind("heatmapCounting", counting);
        main.bind("ownEntries", books.entries());
        main.bind("streamsReport", new StreamsReport(Clock.systemUTC()));
    }

    /**
     * Starts the routes and the HTTP server.
     *
     * @throws StartException if a route or the HTTP server cannot be started; what was started is stopped
     */
    public void start() throws StartException {
        try {
            main.start();
        } catch (Exception e) {
            LOG.error("Start failed", e);
            close();
            throw new StartException("cannot start: " + rootMessage(e), e);
        }
    }

    /** Where the HTTP server answers. */
    public String address() {
        VertxPlatformHttpServer server = context().hasService(VertxPlatformHttpServer.class);
        return "http://localhost:" + (server == null ? 0 : server.getPort());
    }

    CamelContext context() {
        return Objects.requireNonNull(main.getCamelContext(), "not started");
    }

    ProducerTemplate routes() {
        return context().createProducerTemplate();
    }

    HeatmapCounting counting() {
        return counting;
    }

    Books books() {
        return books;
    }

    /** Caches and publishes now what changed; the timer does it each second. */
    void refreshHeatmaps() {
        try {
            routes().sendBody("direct:refresh-heatmaps", "");
        } catch (CamelExecutionException e) {
            LOG.warn("The last heatmaps could not be cached: {}", e.getMessage());
        }
    }

    /** Stops consuming; what is in work is finished. */
    void stopConsuming() {
        try {
            context().getRouteController().stopRoute("consume-liquidations");
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    @Override
    public void close() {
        main.stop();
        main.shutdown();
    }

    /** Set up here and not by properties, in which a password with {@code #} or braces would be read as something else. */
    private static GortStreamsComponent component(RedisAddress redis) {
        GortStreamsConfiguration configuration = new GortStreamsConfiguration();
        configuration.setHost(redis.host());
        configuration.setPort(redis.port());
        configuration.setDatabase(redis.database());
        configuration.setUsername(redis.username());
        configuration.setPassword(redis.password());
        GortStreamsComponent component = new GortStreamsComponent();
        component.setConfiguration(configuration);
        return component;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }
}
