package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.heatmap.store.Liquidations;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.params.XAddParams;

/** The directory of docs/getting-started.md is an application, word for word but for its server and its symbol. */
@WithRedis
class DirectoryApplicationIT {

    private static final Path DOC = Path.of("..", "docs", "getting-started.md");

    @TempDir
    private Path folder;

    private final TradeCodec codec = new TradeCodec();
    private RedisUnderTest redis;
    private String symbol;

    @BeforeEach
    void writeTheDirectory(RedisUnderTest theRedis, TestKeys keys) throws IOException {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        Files.writeString(
                folder.resolve("application.properties"),
                block("properties").replace("localhost", redis.host()).replace("6379", Integer.toString(redis.port()))
                        + connection());
        Files.writeString(folder.resolve("routes.yaml"), block("yaml").replace("BTCUSDT", symbol));
    }

    @Test
    void runsAsItIsWritten() throws Exception {
        LiquidationEvent event = Liquidations.event("okx", symbol, System.currentTimeMillis(), Side.SELL, "45001", "1");
        redis.client().xadd(event.streamName().key(), XAddParams.xAddParams(), codec.toFields(event));
        Files.writeString(Files.createDirectory(folder.resolve("heatmaps")).resolve("one.json"), heatmap());
        Path log = folder.resolve("output.log");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "." + File.pathSeparator + absoluteClassPath(),
                        "org.apache.camel.main.Main")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            redis.eventually().passes(() -> {
                assertThat(log)
                        .content()
                        .contains("\"symbol\":\"" + symbol + "\"")
                        .contains("\"price\":45001");
                assertThat(redis.client().get("heatmap:cache:" + symbol + ":1m"))
                        .contains("\"current_price\":45000");
                assertThat(redis.client().xlen("heatmap:" + symbol)).isEqualTo(1);
            });
            redis.eventually().pendingIs(event.streamName().key(), "monitor-group", 0);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOC));
        assertThat(block.find()).as(language).isTrue();
        return block.group(1);
    }

    private String connection() {
        String database = "camel.component.gort-streams.database = " + redis.database() + "\n";
        return redis.password() == null
                ? database
                : database + "camel.component.gort-streams.password = " + redis.password() + "\n";
    }

    private static String absoluteClassPath() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((all, entry) -> all + File.pathSeparator + entry)
                .orElseThrow();
    }

    private String heatmap() {
        return """
                {"symbol":"%s","timestamp":1757000000000,"interval":"1m","current_price":45000,\
                "levels":[{"price":44000,"long_liquidations":1,"short_liquidations":0,"total_volume":1,"intensity":100,\
                "timestamp":1757000000000}]}""".formatted(symbol);
    }
}
