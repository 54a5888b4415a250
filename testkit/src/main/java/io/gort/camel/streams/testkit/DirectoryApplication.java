package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.XAddParams;

/**
 * The application of {@code docs/getting-started.md} in a folder of its own, word for word but for its server and its
 * symbol: a YAML file and {@code application.properties}. It runs in a JVM of its own, which ends with it.
 */
public final class DirectoryApplication implements AutoCloseable {

    private static final String GROUP = "monitor-group";

    private final String document;
    private final Path folder;
    private final RedisUnderTest redis;
    private final String symbol;
    private @Nullable Process process;

    private DirectoryApplication(String document, Path folder, RedisUnderTest redis, String symbol) {
        this.document = document;
        this.folder = folder;
        this.redis = redis;
        this.symbol = symbol;
    }

    /**
     * Writes its files.
     *
     * @param document where {@code getting-started.md} is
     * @param folder   an empty folder
     * @param symbol   whose liquidations it tells
     */
    public static DirectoryApplication write(Path document, Path folder, RedisUnderTest redis, String symbol)
            throws IOException {
        DirectoryApplication application = new DirectoryApplication(Files.readString(document), folder, redis, symbol);
        Files.writeString(folder.resolve("application.properties"), application.properties());
        Files.writeString(
                folder.resolve("routes.yaml"),
                application.block("```yaml\n(.*?)```").replace("BTCUSDT", symbol));
        return application;
    }

    /** A part of the document: the first group of the first match. */
    public String block(String pattern) {
        Matcher block = Pattern.compile(pattern, Pattern.DOTALL).matcher(document);
        assertThat(block.find()).as(pattern).isTrue();
        return block.group(1);
    }

    /**
     * Starts it in its folder, with the class path of this JVM.
     *
     * @param options options of Java, the main class and its arguments
     */
    public void start(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                "." + File.pathSeparator + absoluteClassPath()));
        command.addAll(options);
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    /** Gives it a liquidation and a heatmap, and waits until it has told the one and cached the other. */
    public void handlesWhatItIsGiven() throws IOException {
        String stream = "liquidations:okx:" + symbol;
        redis.client()
                .xadd(
                        stream,
                        XAddParams.xAddParams(),
                        Map.of(
                                "timestamp", Long.toString(System.currentTimeMillis()),
                                "side", "SELL",
                                "price", "45001",
                                "quantity", "1",
                                "value", "45001",
                                "order_type", "liquidation"));
        Files.writeString(Files.createDirectories(folder.resolve("heatmaps")).resolve("one.json"), heatmap());
        redis.eventually().passes(() -> {
            assertThat(log())
                    .content()
                    .contains("\"symbol\":\"" + symbol + "\"")
                    .contains("\"price\":45001");
            assertThat(redis.client().get("heatmap:cache:" + symbol + ":1m")).contains("\"current_price\":45000");
            assertThat(redis.client().xlen("heatmap:" + symbol)).isEqualTo(1);
        });
        redis.eventually().pendingIs(stream, GROUP, 0);
    }

    /** What it has printed. */
    public Path log() {
        return folder.resolve("output.log");
    }

    @Override
    public void close() {
        Process started = process;
        if (started != null) {
            started.destroyForcibly().onExit().join();
        }
    }

    private String properties() {
        String written = block("```properties\n(.*?)```")
                .replace("localhost", redis.host())
                .replace("6379", Integer.toString(redis.port()));
        String database = "camel.component.gort-streams.database = " + redis.database() + "\n";
        String password =
                redis.password() == null ? "" : "camel.component.gort-streams.password = " + redis.password() + "\n";
        return written + database + password;
    }

    private static String absoluteClassPath() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String heatmap() {
        return """
                {"symbol":"%s","timestamp":1757000000000,"interval":"1m","current_price":45000,\
                "levels":[{"price":44000,"long_liquidations":1,"short_liquidations":0,"total_volume":1,"intensity":100,\
                "timestamp":1757000000000}]}""".formatted(symbol);
    }
}
