package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heatmaps over HTTP, in applications of Camel Main. */
class ServeHeatmapIT {

    private static final String SYMBOL = "BTCUSDT";
    private static final HeatmapData HEATMAP = new HeatmapData(
            SYMBOL,
            1_757_000_000_000L,
            Interval.M15,
            new BigDecimal("45000"),
            List.of(new HeatmapLevel(
                    new BigDecimal("44000"),
                    new BigDecimal("300"),
                    new BigDecimal("100"),
                    new BigDecimal("400"),
                    new BigDecimal("100"),
                    1_757_000_000_000L)));

    private final TradeCodec codec = new TradeCodec();
    private final int port = RedisServerProcess.freePort();
    private final Properties properties = new Properties();
    private final Main main = new Main();
    private RedisServerProcess server;

    @BeforeEach
    void cacheAHeatmap() {
        server = RedisServerProcess.start();
        server.redis().client().set("heatmap:cache:BTCUSDT:15m", codec.toJson(HEATMAP));
        RedisUnderTest redis = server.redis();
        properties.put("camel.component.gort-streams.host", redis.host());
        properties.put("camel.component.gort-streams.port", Integer.toString(redis.port()));
        properties.put("camel.component.gort-streams.commandTimeout", "500ms");
        properties.put("camel.server.enabled", "true");
        properties.put("camel.server.host", "127.0.0.1");
        properties.put("camel.server.port", Integer.toString(port));
    }

    @AfterEach
    void end() {
        main.stop();
        server.close();
    }

    @Test
    void servesWhatIsCachedAndTellsWhyItCannot() throws Exception {
        properties.put("camel.route-template[serve].template-id", "gort-serve-heatmap");
        start();

        assertThat(codec.heatmapFromJson(body("/api/heatmap/BTCUSDT/15m", 200))).isEqualTo(HEATMAP);
        assertThat(body("/api/heatmap/BTCUSDT/1h", 404))
                .contains("\"status\":404", "no heatmap of symbol BTCUSDT for interval 1h");
        assertThat(body("/api/heatmap/BTCUSDT/2h", 400))
                .contains("\"status\":400", "interval: 2h (expected: 1s, 1m, 5m, 15m, 1h, 4h, 1d)");
        assertThat(body("/api/heatmap/a%2Ab/1h", 404)).contains("no heatmap");
        server.redis().client().lpush("heatmap:cache:BTCUSDT:5m", "not a heatmap");
        assertThat(body("/api/heatmap/BTCUSDT/5m", 503)).contains("\"status\":503", "Redis refuses to answer");

        server.kill();

        assertThat(body("/api/heatmap/BTCUSDT/15m", 503)).contains("\"status\":503", "Redis does not answer");
    }

    @Test
    void servesTheLastKnownHeatmapMarkedAsStaleWhileRedisIsAway(@TempDir Path folder) throws Exception {
        Path routes = folder.resolve("routes.yaml");
        Files.writeString(routes, """
                - templatedRoute:
                    routeTemplateRef: gort-serve-heatmap
                    routeId: serve
                    parameters:
                      - name: basePath
                        value: /heatmaps
                      - name: stale
                        value: "true"
                """);
        main.configure().withRoutesIncludePattern("file:" + routes);
        start();
        assertThat(body("/heatmaps/BTCUSDT/15m", 200)).doesNotContain("stale");

        server.kill();

        assertThat(codec.heatmapFromJson(body("/heatmaps/BTCUSDT/15m", 200))).isEqualTo(HEATMAP);
        assertThat(body("/heatmaps/BTCUSDT/15m", 200)).endsWith(",\"stale\":true}");
        assertThat(get("/heatmaps/BTCUSDT/15m").headers().firstValue("X-Heatmap-Stale"))
                .contains("true");
        assertThat(body("/heatmaps/BTCUSDT/1h", 503)).contains("Redis does not answer");
    }

    private void start() throws Exception {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties);
        main.configure().withShutdownTimeout(10);
        main.start();
    }

    private String body(String path, int status) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        return response.body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
