package io.gort.camel.streams.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

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
                KarafServer karaf = new KarafServer(path("karaf.home"))) {
            bringFeatures(karaf);
            karaf.configure(
                    "io.gort.camel.streams.cfg",
                    "host = 127.0.0.1\nport = " + redis.port() + "\npassword = $[env:REDIS_PASSWORD]\n");
            karaf.start(Map.of("REDIS_PASSWORD", PASSWORD));
            RedisClient client = redis.redis().client();
            int before = connections(client);

            karaf.installFeature("gort-streams");
            karaf.installBundle(exampleUrl());
            List<String> published = publish(client, 0, 1_000);
            awaitArchived(redis, published);

            karaf.bundle("restart", EXAMPLE);
            published.addAll(publish(client, 1_000, 1_000));
            awaitArchived(redis, published);

            for (String change : List.of("restart", "update", "refresh")) {
                karaf.bundle(change, COMPONENT);
                published.addAll(publish(client, published.size(), 1_000));
                awaitArchived(redis, published);
                assertThat(readers(karaf)).as("readers after %s", change).hasSize(1);
            }
            assertThat(client.xpending(LIQUIDATIONS, "archive").getTotal()).isZero();

            karaf.bundle("uninstall", EXAMPLE);
            karaf.uninstallFeature("gort-streams");
            assertThat(karaf.stateOf(COMPONENT)).isEmpty();
            redis.redis().eventually().within(PATIENCE).passes(() -> {
                assertThat(connections(client)).isEqualTo(before);
                assertThat(karaf.threads()).noneMatch(name -> name.contains("gort-streams"));
            });
            assertThat(karaf.log()).doesNotContain(PASSWORD);
        }
    }

    private static void bringFeatures(KarafServer karaf) throws Exception {
        MavenFiles files = new MavenFiles(path("karaf.localRepository"), justBuilt());
        for (Path features : List.of(path("karaf.features"), path("karaf.camelFeatures"))) {
            files.bringTo(karaf.repository(), features);
            karaf.addFeatures(features);
        }
    }

    /** What this build has made and no repository has. */
    private static Map<String, Path> justBuilt() {
        String version = System.getProperty("karaf.projectVersion");
        Path built = path("karaf.builtFolder");
        Map<String, Path> files = new HashMap<>();
        files.put(
                "camel-gort-streams-" + version + ".jar",
                built.resolve("camel-gort-streams/target/camel-gort-streams-" + version + ".jar"));
        files.put(
                "gort-streams-karaf-" + version + ".jar",
                built.resolve("karaf/target/gort-streams-karaf-" + version + ".jar"));
        return files;
    }

    private static String exampleUrl() {
        return path("karaf.builtFolder")
                .resolve("karaf/example/target/gort-streams-karaf-example-" + System.getProperty("karaf.projectVersion")
                        + ".jar")
                .toUri()
                .toString();
    }

    /** Adds valid liquidations that are told apart by their price; gives the prices. */
    private static List<String> publish(RedisClient client, int first, int count) {
        List<String> prices = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            String price = String.valueOf(50_000 + i);
            Map<String, String> fields = new HashMap<>();
            fields.put("exchange", "binance");
            fields.put("symbol", "BTCUSDT");
            fields.put("side", "long");
            fields.put("price", price);
            fields.put("quantity", "0.5");
            fields.put("order_type", "liquidation");
            fields.put("value", String.valueOf((50_000 + i) * 0.5));
            fields.put("timestamp", String.valueOf(1_700_000_000_000L + i));
            client.xadd(LIQUIDATIONS, XAddParams.xAddParams(), fields);
            prices.add(price);
        }
        return prices;
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

    private static int connections(RedisClient client) {
        return (int) String.valueOf(client.sendCommand(redis.clients.jedis.Protocol.Command.CLIENT, "LIST"))
                .lines()
                .count();
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property));
    }
}
