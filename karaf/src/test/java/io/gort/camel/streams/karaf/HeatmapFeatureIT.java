package io.gort.camel.streams.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/**
 * Installs the heatmaps as they are shipped into a real Karaf: the packaged template consumes, validates and caches.
 * What is published is either in the heatmap or among the dead letters.
 */
@Tag("yaml")
class HeatmapFeatureIT {

    private static final String COMPONENT = "io.gort.camel.streams";
    private static final String PASSWORD = "from-the-environment";
    private static final String LIQUIDATIONS = "liquidations:binance:BTCUSDT";
    private static final String OTHERS = "liquidations:binance:ETHUSDT";
    private static final String GROUP = "aggregator-group";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatIsPublishedIsInTheHeatmapOrAmongTheDeadLetters() throws Exception {
        try (RedisServerProcess redis =
                        RedisServerProcess.settings().password(PASSWORD).start();
                KarafServer karaf = new KarafServer(ShippedFeatures.karaf())) {
            ShippedFeatures.bringTo(karaf, ShippedFeatures.camel(), ShippedFeatures.yaml());
            karaf.configure(
                    "io.gort.camel.streams.cfg",
                    "host = 127.0.0.1\nport = " + redis.port() + "\npassword = $[env:REDIS_PASSWORD]\n");
            karaf.configure("io.gort.camel.streams.heatmap.cfg", heatmapsOf("BTCUSDT"));
            karaf.start(Map.of("REDIS_PASSWORD", PASSWORD));
            RedisClient client = redis.redis().client();
            int before = Traces.connections(client);

            karaf.installFeature("gort-streams-heatmap");
            List<String> valid = Liquidations.publish(client, LIQUIDATIONS, 0, 500);
            List<String> invalid = List.of("90001", "90002", "90003");
            invalid.forEach(price -> Liquidations.publishInvalid(client, LIQUIDATIONS, price));
            awaitHeatmap(redis, LIQUIDATIONS, valid);
            awaitDeadLetters(redis, invalid);

            karaf.bundle("refresh", COMPONENT);
            valid.addAll(Liquidations.publish(client, LIQUIDATIONS, 500, 500));
            awaitHeatmap(redis, LIQUIDATIONS, valid);

            List<String> others = new ArrayList<>(Liquidations.publish(client, OTHERS, 0, 100));
            karaf.configure("io.gort.camel.streams.heatmap.cfg", heatmapsOf("BTCUSDT,ETHUSDT"));
            awaitHeatmap(redis, OTHERS, others);
            valid.addAll(Liquidations.publish(client, LIQUIDATIONS, 1_000, 100));
            awaitHeatmap(redis, LIQUIDATIONS, valid);

            karaf.uninstallFeature("gort-streams-heatmap");
            assertThat(Stream.of(COMPONENT, COMPONENT + ".routes", COMPONENT + ".karaf", COMPONENT + ".karaf.heatmap"))
                    .allSatisfy(bundle -> assertThat(karaf.stateOf(bundle)).isEmpty());
            redis.redis().eventually().within(PATIENCE).passes(() -> {
                assertThat(Traces.connections(client)).isEqualTo(before);
                assertThat(Traces.leases(client)).isEmpty();
                assertThat(karaf.threads()).noneMatch(name -> name.contains("gort-streams"));
            });
            assertThat(client.xpending(LIQUIDATIONS, GROUP).getTotal()).isZero();
            assertThat(karaf.log()).doesNotContain(PASSWORD);
        }
    }

    /** A level for each price, of all that there is on the streams. */
    private static String heatmapsOf(String symbols) {
        return "symbols = " + symbols + "\ngroupStart = 0\nlevelWidth = 1\nintervals = 1h\nrefresh = 200ms\n"
                + "minIdle = 5s\nclaimInterval = 1s\ndiscoveryInterval = 1s\n";
    }

    private static void awaitHeatmap(RedisServerProcess redis, String stream, List<String> published) {
        String symbol = stream.split(":")[2];
        redis.redis().eventually().within(PATIENCE).passes(() -> {
            String cached = redis.redis().client().get("heatmap:cache:" + symbol + ":1h");
            assertThat(cached).as("heatmap of " + symbol).isNotNull();
            assertThat(new TradeCodec().heatmapFromJson(cached).levels())
                    .extracting(level -> level.price().toPlainString())
                    .containsExactlyInAnyOrderElementsOf(published);
        });
    }

    private static void awaitDeadLetters(RedisServerProcess redis, List<String> invalid) {
        redis.redis()
                .eventually()
                .within(PATIENCE)
                .passes(() -> assertThat(redis
                                .redis()
                                .client()
                                .xrange(
                                        "dead-letter:{" + LIQUIDATIONS + "}",
                                        (StreamEntryID) null,
                                        (StreamEntryID) null,
                                        100)
                                .stream()
                                .map(entry -> entry.getFields().get("price")))
                        .containsExactlyInAnyOrderElementsOf(invalid));
    }
}
