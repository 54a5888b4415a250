package io.gort.camel.streams.examples.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.examples.heatmap.app.EmbeddedRedis;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** The example as a person runs it: {@code examples/run.sh} on an embedded Redis. */
@Timeout(240)
class HeatmapExampleIT {

    private static final Duration START = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @TempDir
    Path directory;

    @Test
    void accountsForEverythingThatItPublished() throws Exception {
        try (RunScript run = RunScript.start(null, "--port", "0", "--for", "5s")) {
            assertThat(run.exitCode()).as(run.output()).isZero();

            assertThat(run.tally("published")).isGreaterThan(500);
            assertThat(run.tally("dead-lettered")).isPositive();
            assertThat(run.tally("handled") + run.tally("dead-lettered") + run.tally("pending") + run.tally("trimmed"))
                    .isEqualTo(run.tally("published"));
        }
    }

    @Test
    void servesHeatmapsThatAddUpUntilItIsStopped() throws Exception {
        try (RunScript run = RunScript.start(null, "--port", "0")) {
            await().atMost(START).until(() -> run.address() != null);
            await().atMost(START)
                    .until(() -> get(run, "/api/heatmap/BTCUSDT/1m").statusCode() == 200);

            JsonNode heatmap = body(get(run, "/api/heatmap/BTCUSDT/1m"));
            assertThat(sum(heatmap, "long_liquidations"))
                    .isEqualByComparingTo(
                            heatmap.at("/summary/total_long_liquidations").decimalValue());
            assertThat(sum(heatmap, "short_liquidations"))
                    .isEqualByComparingTo(
                            heatmap.at("/summary/total_short_liquidations").decimalValue());
            assertRefused(run, "/api/heatmap/NOPE/1m", 404, "NOPE");
            assertRefused(run, "/api/heatmap/BTCUSDT/7m", 400, "7m");
            await().atMost(START)
                    .until(() -> !body(get(run, "/api/streams")).path("streams").isEmpty());
            assertThat(body(get(run, "/observe/health")).path("status").asText())
                    .isEqualTo("UP");

            run.interrupt();
            run.exitCode();
            assertThat(run.output()).contains("everything is accounted for");
        }
    }

    @Test
    void takesItsRedisAlongWhenItIsKilled() throws Exception {
        try (RunScript run = RunScript.start(null, "--port", "0")) {
            await().atMost(START).until(() -> run.address() != null);
            int port = run.embeddedRedisPort();

            run.kill();

            await().atMost(START).until(() -> !isListening(port));
        }
    }

    @Test
    void readsRecordingsWithBadLines() throws Exception {
        Path input = directory.resolve("recording.ndjson");
        StringBuilder lines = new StringBuilder("\uFEFF");
        for (int i = 0; i < 200; i++) {
            lines.append(event(1_600_000_000_000L + i, i % 2 == 0 ? "币安USDT" : "A?b=1&c#{{x}}", "100"))
                    .append('\n');
        }
        lines.append(event(1_600_000_000_000L, "BTCUSDT", "\"abc\"")).append("\r\nnot json\n[1]\n\n{\"symbol\":\"X\"}");
        Files.writeString(input, lines);

        try (RunScript run = RunScript.start(input, "--port", "0", "--for", "2m", "--input", "-")) {
            assertThat(run.exitCode()).as(run.output()).isZero();

            assertThat(run.tally("published")).isEqualTo(201);
            assertThat(run.tally("handled")).isEqualTo(200);
            assertThat(run.tally("dead-lettered")).isEqualTo(1);
            assertThat(run.output()).contains("3 malformed lines");
        }
    }

    @Test
    void publishesTheRestOnceWhenRedisRefusesSome() throws Exception {
        Path input = directory.resolve("recording.ndjson");
        Files.writeString(
                input,
                event(1_600_000_000_000L, "BTCUSDT", "100") + "\n" + event(1_600_000_000_000L, "NO_STREAM", "100")
                        + "\n" + event(1_600_000_000_001L, "BTCUSDT", "100"));
        try (EmbeddedRedis redis = EmbeddedRedis.start();
                Jedis jedis = new Jedis("127.0.0.1", redis.port())) {
            jedis.lpush("liquidations:binance:NO_STREAM", "of somebody else");

            String url = "redis://127.0.0.1:" + redis.port();
            try (RunScript run =
                    RunScript.start(null, "--port", "0", "--for", "1m", "--redis", url, "--input", input.toString())) {
                assertThat(run.exitCode()).as(run.output()).isEqualTo(1);

                assertThat(run.tally("published")).isEqualTo(2);
                assertThat(run.tally("handled")).isEqualTo(2);
                assertThat(run.output()).contains("events that Redis refused: 1");
            }
            assertThat(jedis.xlen("liquidations:binance:BTCUSDT")).isEqualTo(2);
            assertThat(jedis.xlen("dead-letter:input")).isEqualTo(1);
            assertThat(jedis.lrange("liquidations:binance:NO_STREAM", 0, -1)).containsExactly("of somebody else");
        }
    }

    @Test
    void servesAnOldRecordingAfterItIsUsedUp() throws Exception {
        Path input = directory.resolve("recording.ndjson");
        Files.writeString(input, event(1_600_000_000_000L, "BTCUSDT", "100"));

        try (RunScript run = RunScript.start(null, "--port", "0", "--input", input.toString())) {
            await().atMost(START).until(() -> run.output().contains("still serving"));

            JsonNode heatmap = body(get(run, "/api/heatmap/BTCUSDT/1s"));
            assertThat(heatmap.path("timestamp").longValue()).isEqualTo(1_600_000_000_000L);
            assertThat(heatmap.path("levels")).hasSize(1);
        }
    }

    @Test
    void saysInOneLineThatRedisIsDown() throws Exception {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }

        try (RunScript run = RunScript.start(null, "--port", "0", "--redis", "redis://:secret@127.0.0.1:" + unused)) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output().lines()).hasSize(1);
            assertThat(run.output()).contains("127.0.0.1:" + unused).doesNotContain("secret");
        }
    }

    @Test
    void saysInOneLineThatAnOptionIsWrong() throws Exception {
        try (RunScript run = RunScript.start(null, "--prot", "1")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.output().lines()).hasSize(1);
            assertThat(run.output()).contains("--prot").contains("expected");
        }
    }

    @Test
    void saysInOneLineThatThePortIsInUse() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunScript run = RunScript.start(null, "--port", Integer.toString(socket.getLocalPort()))) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output().lines()).hasSize(1);
            assertThat(run.output()).contains(Integer.toString(socket.getLocalPort()));
        }
    }

    private void assertRefused(RunScript run, String path, int status, String named) throws Exception {
        HttpResponse<String> response = get(run, path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(body(response).path("error").asText()).contains(named);
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(RunScript run, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(run.address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode body(HttpResponse<String> response) throws IOException {
        return json.readTree(response.body());
    }

    private static BigDecimal sum(JsonNode heatmap, String part) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode level : heatmap.path("levels")) {
            sum = sum.add(level.path(part).decimalValue());
        }
        return sum;
    }

    private static String event(long timestamp, String symbol, String price) {
        return "{\"exchange\":\"binance\",\"symbol\":\"" + symbol + "\",\"timestamp\":" + timestamp
                + ",\"side\":\"SELL\",\"price\":" + price + ",\"quantity\":2,\"order_type\":\"liquidation\"}";
    }
}
