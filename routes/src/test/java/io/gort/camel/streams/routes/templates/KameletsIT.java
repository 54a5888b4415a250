package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kamelets, in an application that is one YAML file and its properties. */
@WithRedis
class KameletsIT {

    @TempDir
    private Path folder;

    private final Main main = new Main();
    private final Properties properties = new Properties();
    private RedisUnderTest redis;
    private String symbol;

    @BeforeEach
    void connect(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        properties.put("camel.component.gort-streams.host", redis.host());
        properties.put("camel.component.gort-streams.port", Integer.toString(redis.port()));
        properties.put("camel.component.gort-streams.database", Integer.toString(redis.database()));
        if (redis.password() != null) {
            properties.put("camel.component.gort-streams.password", redis.password());
        }
    }

    @AfterEach
    void end() {
        main.stop();
    }

    @Test
    void takeTheirParametersFromPropertiesToo() throws Exception {
        String letters = "dead-letter:{liquidations:okx:" + symbol + "}";
        properties.put("camel.kamelet.gort-streams-sink.stream", "liquidations");
        properties.put("camel.kamelet.gort-streams-sink.validate", "false");
        properties.put("camel.kamelet.gort-streams-source.stream", "liquidations:okx:" + symbol);
        properties.put("camel.kamelet.gort-streams-source.group", "storage");
        properties.put("camel.kamelet.gort-streams-source.groupStart", "0");
        properties.put("camel.kamelet.gort-streams-source.form", "fields");
        properties.put("camel.kamelet.gort-validate-action.dataType", "heatmap");
        properties.put("camel.kamelet.gort-heatmap-cache-sink.generation", "1");
        properties.put("camel.kamelet.gort-heatmap-cache-sink.cacheKey", "heatmap:{symbol}:{interval}");
        CamelContext context = start("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:gort-streams-sink
                - route:
                    from:
                      uri: kamelet:gort-streams-source
                      steps:
                        - to:
                            uri: mock:out
                - route:
                    from:
                      uri: direct:heatmap
                      steps:
                        - to:
                            uri: kamelet:gort-validate-action
                        - to:
                            uri: kamelet:gort-heatmap-cache-sink
                """);
        MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
        out.expectedMessageCount(1);
        ProducerTemplate template = context.createProducerTemplate();

        template.sendBody("direct:in", liquidation("\"abc\""));
        template.sendBody("direct:in", liquidation("45001"));
        template.sendBody("direct:heatmap", heatmap());

        out.assertIsSatisfied();
        assertThat(out.getExchanges().get(0).getMessage().getBody(Map.class)).containsEntry("price", "45001");
        redis.eventually().lengthIs(letters, 1);
        assertThat(redis.client().get("heatmap:" + symbol + ":1m"))
                .contains("\"liquidation_levels\":[{\"price\":44000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gort-streams-sink | mandatory parameters must be provided: stream",
                "gort-streams-source | mandatory parameters must be provided: stream, group",
                "gort-validate-action | mandatory parameters must be provided: dataType",
                "gort-validate-action?dataType=liquidation | dataType: liquidation (expected: liquidations, market,",
                "gort-heatmap-cache-sink?generation=5 | heatmapGeneration: 5 (expected: 1 or 2)",
            })
    void failTheStartWithoutWhatTheyNeed(String kamelet, String message) {
        assertThatThrownBy(() -> start("""
                        - route:
                            from:
                              uri: direct:in
                              steps:
                                - to:
                                    uri: kamelet:KAMELET
                        """.replace("KAMELET", kamelet))).hasStackTraceContaining(message);
    }

    @Test
    void addEntriesAndReadThemBack() throws Exception {
        properties.put("camel.kamelet.gort-streams-source.groupStart", "0");
        CamelContext context = start("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:gort-streams-sink
                            parameters:
                              stream: liquidations
                - route:
                    from:
                      uri: kamelet:gort-streams-source
                      parameters:
                        stream: "liquidations:okx:SYMBOL"
                        group: storage
                      steps:
                        - to:
                            uri: mock:out
                """);
        MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
        out.expectedMessageCount(1);

        context.createProducerTemplate().sendBody("direct:in", liquidation("45001"));

        out.assertIsSatisfied();
        assertThat(out.getExchanges().get(0).getMessage().getBody(String.class))
                .contains("\"symbol\":\"" + symbol + "\"", "\"price\":45001");
        redis.eventually().pendingIs("liquidations:okx:" + symbol, "storage", 0);
    }

    @Test
    void checkRecords() throws Exception {
        CamelContext context = start("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:gort-validate-action
                            parameters:
                              dataType: liquidations
                """);
        ProducerTemplate template = context.createProducerTemplate();

        assertThat(template.requestBody("direct:in", liquidation("45001"))).isInstanceOf(LiquidationEvent.class);
        assertThatThrownBy(() -> template.requestBody("direct:in", liquidation("-1")))
                .hasRootCauseInstanceOf(InvalidEntryException.class)
                .hasStackTraceContaining("price: -1 (expected: ");
    }

    @Test
    void cacheHeatmaps() throws Exception {
        CamelContext context = start("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:gort-heatmap-cache-sink
                """);

        context.createProducerTemplate().sendBody("direct:in", heatmap());

        assertThat(redis.client().get("heatmap:cache:" + symbol + ":1m")).contains("\"current_price\":45000");
        assertThat(redis.client().xlen("heatmap:" + symbol)).isEqualTo(1);
    }

    private CamelContext start(String yaml) throws Exception {
        Path routes = folder.resolve("routes.yaml");
        Files.writeString(routes, yaml.replace("SYMBOL", symbol));
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setOverrideProperties(properties);
        main.configure().withShutdownTimeout(10).withRoutesIncludePattern("file:" + routes);
        main.start();
        return main.getCamelContext();
    }

    private String heatmap() {
        return """
                {"symbol":"%s","timestamp":1757000000000,"interval":"1m","current_price":45000,\
                "levels":[{"price":44000,"long_liquidations":1,"short_liquidations":0,"total_volume":1,"intensity":100,\
                "timestamp":1757000000000}]}""".formatted(symbol);
    }

    private String liquidation(String price) {
        return """
                {"exchange":"okx","symbol":"%s","timestamp":1757000000000,"side":"SELL","price":%s,"quantity":1,\
                "order_type":"liquidation"}""".formatted(symbol, price);
    }
}
