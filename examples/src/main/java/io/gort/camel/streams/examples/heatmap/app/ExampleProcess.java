package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.examples.heatmap.feed.Admission;
import io.gort.camel.streams.examples.heatmap.feed.Feed;
import io.gort.camel.streams.examples.heatmap.feed.FeedPublisher;
import io.gort.camel.streams.examples.heatmap.feed.InputFeed;
import io.gort.camel.streams.examples.heatmap.feed.SimulatedFeed;
import io.gort.camel.streams.examples.heatmap.options.RedisAddress;
import io.gort.camel.streams.examples.heatmap.options.RunOptions;
import io.gort.camel.streams.examples.heatmap.status.Screen;
import io.gort.camel.streams.examples.heatmap.tally.Books;
import io.gort.camel.streams.examples.heatmap.tally.HoldBack;
import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.trade.DataType;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Brings everything up in order, runs, and takes everything down in reverse order, also on a signal. */
public final class ExampleProcess {

    private static final String ANY_LIQUIDATIONS = "liquidations:*:*";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final RunOptions options;
    private final Screen screen;
    private final Signals signals = new Signals();

    public ExampleProcess(RunOptions options, PrintStream out) {
        this.options = options;
        this.screen = new Screen(out, Boolean.getBoolean("heatmap.terminal"));
    }

    /**
     * Runs to the end, and tells whether everything was accounted for.
     *
     * @throws StartException if something that the run needs is not there
     */
    public boolean run() throws StartException, InterruptedException {
        InputStream input = InputFile.open(options);
        HttpPort.requireFree(options.port());
        signals.install();
        try {
            RedisAddress given = options.redis();
            return given == null ? runOnEmbedded(input) : runOn(given, input);
        } finally {
            signals.done();
        }
    }

    private boolean runOnEmbedded(@Nullable InputStream input) throws StartException, InterruptedException {
        screen.print(List.of("starting an embedded Redis …"));
        try (EmbeddedRedis redis = EmbeddedRedis.start()) {
            return runOn(RedisAddress.of("127.0.0.1", redis.port()), input);
        }
    }

    private boolean runOn(RedisAddress redis, @Nullable InputStream input) throws StartException, InterruptedException {
        try (StreamClient client = connect(redis)) {
            Books books = Books.open(client);
            try (HeatmapApplication application =
                    new HeatmapApplication(redis, books, options.port(), streams(input))) {
                application.start();
                screen.print(List.of(
                        "Redis at " + redis + ", HTTP at " + application.address() + ", log in "
                                + System.getProperty("heatmap.log", "heatmap-example.log"),
                        ""));
                return newRun(application, client, input).run();
            }
        }
    }

    private HeatmapRun newRun(HeatmapApplication application, StreamClient client, @Nullable InputStream input) {
        Books books = application.books();
        RoutePublishing publishing = new RoutePublishing(application.routes(), books.entries(), books.deadLetters());
        Feed feed;
        Admission admission;
        LongSupplier malformed;
        if (input == null) {
            Integer rate = options.rate();
            feed = new SimulatedFeed(options.seed(), rate == null ? SimulatedFeed.DEFAULT_RATE : rate);
            admission = Admission.ALWAYS;
            malformed = () -> 0;
        } else {
            InputFeed inputFeed = new InputFeed(input, options.rate(), publishing::keep);
            feed = inputFeed;
            admission = new HoldBack(
                    client, Books.GROUP, books.entries(), DataType.LIQUIDATIONS.defaultLength(), Clock.systemUTC());
            malformed = inputFeed::malformedCount;
        }
        StatusReporter status =
                new StatusReporter(books, application.counting(), malformed, application.address(), screen);
        HeatmapRun run = new HeatmapRun(
                application,
                new FeedPublisher(feed, admission, publishing),
                publishing::refusedCount,
                status,
                screen,
                options.runFor());
        signals.onStop(run::stop);
        return run;
    }

    /** The simulation writes to streams that are known; an input may name any. */
    private static String streams(@Nullable InputStream input) {
        return input == null ? String.join(",", SimulatedFeed.streamKeys()) : ANY_LIQUIDATIONS;
    }

    private static StreamClient connect(RedisAddress redis) throws StartException {
        StreamClient client = null;
        try {
            client = JedisStreamClients.connect(new ConnectionSettings(
                    redis.host(),
                    redis.port(),
                    redis.database(),
                    redis.username(),
                    redis.password(),
                    TIMEOUT,
                    TIMEOUT,
                    4,
                    "heatmap-example"));
            client.ping();
            return client;
        } catch (RedisStreamException | IllegalArgumentException e) {
            if (client != null) {
                client.close();
            }
            throw new StartException(
                    "Redis at " + e.getMessage() + " (expected: a running Redis server that lets us in)", e);
        }
    }
}
