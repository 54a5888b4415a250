package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.GortStreamsOperation;
import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Protocol.Command;

/** Each operation does the same however it is asked for, and what docs/producer.md tells. */
class OperationsIT {

    private static final Path DOC = Path.of("..", "docs", "producer.md");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern COMMAND = Pattern.compile("`([A-Z]+)[^`]*`");
    private static final Pattern SENT = Pattern.compile("cmdstat_([a-z]+)");

    /** What connections, this test and scripts need beside the commands of the operation. */
    private static final Set<String> BESIDE =
            Set.of("INFO", "CONFIG", "CLIENT", "HELLO", "AUTH", "SELECT", "EVAL", "EVALSHA");

    private static final String STREAM = "orders:1";

    private static RedisServerProcess server;
    private static CamelContext context;
    private static ProducerTemplate template;

    static List<OperationSample> samples() {
        return OperationSamples.all();
    }

    @BeforeAll
    static void start() {
        server = RedisServerProcess.start();
        context = TestContexts.to(server.redis());
        context.start();
        template = context.createProducerTemplate();
        template.sendBody("gort-streams:heatmap?operation=cacheHeatmap", Records.heatmap("BTCUSDT"));
    }

    @AfterAll
    static void end() throws Exception {
        context.close();
        server.close();
    }

    @Test
    void hasASampleOfEachOperation() {
        assertThat(samples()).extracting(OperationSample::operation).contains(GortStreamsOperation.values());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void worksByOptionAndRequest(OperationSample sample) {
        OperationSample.prepare(server.redis().client(), STREAM);
        Map<String, Object> headers = sample.body() instanceof StreamRequest ? Map.of() : sample.camelHeaders();

        Exchange done = send(uri(sample) + "?operation=" + sample.operation(), sample.body(), headers);

        assertThat(read(sample, done)).isEqualTo(sample.expectedOf(STREAM));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void worksByHeaders(OperationSample sample) {
        OperationSample.prepare(server.redis().client(), STREAM);
        Map<String, Object> headers = new HashMap<>(sample.camelHeaders());
        headers.put(GortStreamsConstants.OPERATION, sample.operation().name());
        headers.put(GortStreamsConstants.STREAM_KEY, sample.pathOf(STREAM));

        Exchange done = send("gort-streams:elsewhere", bodyBesideHeaders(sample), headers);

        assertThat(read(sample, done)).isEqualTo(sample.expectedOf(STREAM));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void worksInYaml(OperationSample sample) throws Exception {
        OperationSample.prepare(server.redis().client(), STREAM);
        StringBuilder route = new StringBuilder("- from:\n    uri: direct:start\n    steps:\n");
        sample.camelHeaders().forEach((name, value) -> route.append("""
                      - setHeader:
                          name: %s
                          constant: "%s"
                """.formatted(name, text(value))));
        route.append("""
                      - to:
                          uri: gort-streams
                          parameters:
                            stream: "%s"
                            operation: %s
                      - setBody:
                          simple: "%s"
                """.formatted(sample.pathOf(STREAM), sample.operation(), sample.expression()));
        try (CamelContext yaml = TestContexts.to(server.redis())) {
            PluginHelper.getRoutesLoader(yaml)
                    .loadRoutes(ResourceHelper.fromString("operation.yaml", route.toString()));
            yaml.start();

            String result =
                    yaml.createProducerTemplate().requestBody("direct:start", bodyBesideHeaders(sample), String.class);

            assertThat(result).isEqualTo(sample.expectedOf(STREAM));
        }
    }

    @ParameterizedTest
    @MethodSource("rowsOfTheDocs")
    void sendsTheCommandsThatTheDocsTell(Row row) {
        Set<String> sent = new TreeSet<>();
        for (OperationSample sample : samples()) {
            if (sample.operation() == row.operation()) {
                OperationSample.prepare(server.redis().client(), STREAM);
                server.redis().client().sendCommand(Command.CONFIG, "RESETSTAT");
                send(
                        uri(sample) + "?operation=" + sample.operation(),
                        bodyBesideHeaders(sample),
                        sample.camelHeaders());
                sent.addAll(commandsSent());
            }
        }
        sent.removeAll(BESIDE);
        if (row.operation() != GortStreamsOperation.ping) {
            sent.remove("PING"); // by which the test looks whether its own connection still works
        }

        assertThat(sent).isEqualTo(row.commands());
    }

    @ParameterizedTest
    @MethodSource("rowsOfTheDocs")
    void givesTheResultThatTheDocsTell(Row row) {
        for (OperationSample sample : samples()) {
            if (sample.operation() == row.operation() && !row.results().isEmpty()) {
                OperationSample.prepare(server.redis().client(), STREAM);

                Object result = send(
                                uri(sample) + "?operation=" + sample.operation(),
                                bodyBesideHeaders(sample),
                                sample.camelHeaders())
                        .getMessage()
                        .getBody();

                assertThat(row.results())
                        .contains(result instanceof List<?> list ? nameOf(list.get(0)) : nameOf(result));
            }
        }
    }

    /** A row of the table, with all rows of its operation in one. */
    record Row(GortStreamsOperation operation, Set<String> results, Set<String> commands) {

        @Override
        public String toString() {
            return operation + " " + results + " " + commands;
        }
    }

    static Stream<Row> rowsOfTheDocs() throws IOException {
        Map<String, List<String[]>> rows = Files.readAllLines(DOC).stream()
                .dropWhile(line -> !line.equals("<!-- operations -->"))
                .takeWhile(line -> !line.equals("<!-- end -->"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.groupingBy(cells -> cells[1].replaceAll("[ `]", "")));
        return rows.entrySet().stream().map(row -> {
            GortStreamsOperation operation = GortStreamsOperation.valueOf(row.getKey());
            return new Row(operation, words(row.getValue(), 3, TYPE), words(row.getValue(), 4, COMMAND));
        });
    }

    private static Set<String> words(List<String[]> rows, int column, Pattern pattern) {
        return rows.stream()
                .flatMap(cells -> pattern.matcher(cells[column]).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> commandsSent() {
        Matcher sent = SENT.matcher(server.redis().client().info("commandstats"));
        return sent.results()
                .map(match -> match.group(1).toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(@Nullable Object result) {
        return result == null ? "null" : result.getClass().getSimpleName();
    }

    private static String uri(OperationSample sample) {
        return "gort-streams:" + sample.pathOf(STREAM);
    }

    private static @Nullable Object bodyBesideHeaders(OperationSample sample) {
        return sample.body() instanceof StreamRequest ? null : sample.body();
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }

    private static Exchange send(String uri, @Nullable Object body, Map<String, Object> headers) {
        Exchange done = template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
        assertThat(done.getException()).isNull();
        return done;
    }

    private static String read(OperationSample sample, Exchange done) {
        return context.resolveLanguage("simple")
                .createExpression(sample.expression())
                .evaluate(done, String.class);
    }
}
