package io.gort.camel.streams.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;

/** Installs the features as they are shipped into a real Karaf, works with them, and takes them out again. */
class KarafIT {

    private static final String COMPONENT = "io.gort.camel.streams";
    private static final String EXAMPLE = "io.gort.camel.streams.karaf.example";
    private static final String PASSWORD = "from-the-environment";
    private static final String LIQUIDATIONS = "liquidations:binance:BTCUSDT";
    private static final String ARCHIVE = "liquidations:archive:BTCUSDT";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatIsInstalledWorksIsRestartedAndLeavesNothingBehind() throws Exception {
        try (RedisServerProcess redis =
                        RedisServerProcess.settings().password(PASSWORD).start();
                KarafServer karaf = new KarafServer(ShippedFeatures.karaf())) {
            ShippedFeatures.bringTo(karaf, ShippedFeatures.camel());
            karaf.configure(
                    "io.gort.camel.streams.cfg",
                    "host = 127.0.0.1\nport = " + redis.port() + "\npassword = $[env:REDIS_PASSWORD]\n");
            karaf.start(Map.of("REDIS_PASSWORD", PASSWORD));
            RedisClient client = redis.redis().client();
            int before = Traces.connections(client);

            karaf.installFeature("gort-streams");
            karaf.installBundle(
                    ShippedFeatures.bundle("gort-streams-karaf-example").toUri().toString());
            List<String> published = Liquidations.publish(client, LIQUIDATIONS, 0, 1_000);
            awaitArchived(redis, published);

            karaf.bundle("restart", EXAMPLE);
            published.addAll(Liquidations.publish(client, LIQUIDATIONS, 1_000, 1_000));
            awaitArchived(redis, published);

            for (String change : List.of("restart", "update", "refresh")) {
                karaf.bundle(change, COMPONENT);
                published.addAll(Liquidations.publish(client, LIQUIDATIONS, published.size(), 1_000));
                awaitArchived(redis, published);
                assertThat(readers(karaf)).as("readers after %s", change).hasSize(1);
            }
            assertThat(client.xpending(LIQUIDATIONS, "archive").getTotal()).isZero();

            karaf.bundle("uninstall", EXAMPLE);
            karaf.uninstallFeature("gort-streams");
            assertThat(karaf.stateOf(COMPONENT)).isEmpty();
            redis.redis().eventually().within(PATIENCE).passes(() -> {
                assertThat(Traces.connections(client)).isEqualTo(before);
                assertThat(karaf.threads()).noneMatch(name -> name.contains("gort-streams"));
            });
            assertThat(karaf.log()).doesNotContain(PASSWORD);
        }
    }

    /** Everything published is in the archive, once and nothing else. */
    private static void awaitArchived(RedisServerProcess redis, List<String> published) {
        redis.redis()
                .eventually()
                .within(PATIENCE)
                .passes(() -> assertThat(
                                redis
                                        .redis()
                                        .client()
                                        .xrange(ARCHIVE, (StreamEntryID) null, (StreamEntryID) null, 100_000)
                                        .stream()
                                        .map(entry -> entry.getFields().get("price")))
                        .containsExactlyInAnyOrderElementsOf(published));
    }

    private static List<String> readers(KarafServer karaf) throws Exception {
        return karaf.threads().stream()
                .filter(name -> name.contains("gort-streams-reader"))
                .toList();
    }
}
