package io.gort.camel.streams.routes.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.routes.heatmap.store.Liquidations;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.TradeRecord;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ValidationException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TradeDataTypesTest {

    private static final Map<DataType, String> VALID = new EnumMap<>(Map.of(
            DataType.LIQUIDATIONS,
            """
            {"exchange":"okx","symbol":"BTCUSDT","timestamp":1757000000000,"side":"SELL","price":45001,"quantity":2,\
            "order_type":"liquidation"}""",
            DataType.MARKET,
            """
            {"exchange":"okx","symbol":"BTCUSDT","timestamp":1757000000000,"mark_price":45001,"index_price":45000,\
            "funding_rate":0.0001,"open_interest":10,"volume_24h":100,"next_funding_time":1757001000000}""",
            DataType.POSITIONS,
            """
            {"exchange":"okx","symbol":"BTCUSDT","timestamp":1757000000000,"price_level":45000,\
            "long_positions":{"count":1,"volume":2,"avg_leverage":10},\
            "short_positions":{"count":1,"volume":2,"avg_leverage":10}}""",
            DataType.ORDERBOOK,
            """
            {"exchange":"okx","symbol":"BTCUSDT","timestamp":1757000000000,"bids":[{"price":44999,"size":1}],\
            "asks":[{"price":45001,"size":1}],"sequence_id":7}""",
            DataType.HEATMAP,
            """
            {"symbol":"BTCUSDT","timestamp":1757000000000,"interval":"1m","current_price":45000,\
            "levels":[{"price":44000,"long_liquidations":1,"short_liquidations":0,"total_volume":1,"intensity":100,\
            "timestamp":1757000000000}]}"""));

    private final DefaultCamelContext context = new DefaultCamelContext();

    /** A way to declare the input type of a route from {@code direct:in}. */
    private interface Declaration {
        void declare(CamelContext context, String type) throws Exception;
    }

    static Stream<Arguments> everyTypeFromEveryLanguage() {
        Map<String, Declaration> ways = Map.of(
                "yaml",
                TradeDataTypesTest::yaml,
                "xml",
                TradeDataTypesTest::xml,
                "java",
                (context, type) -> context.addRoutes(java(type)));
        return Stream.of(DataType.values())
                .flatMap(type -> ways.entrySet().stream().map(way -> Arguments.of(type, way.getKey(), way.getValue())));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyTypeFromEveryLanguage")
    void refusesWhatBreaksTheRulesAndNamesAllViolations(DataType type, String language, Declaration way)
            throws Exception {
        ProducerTemplate template = start(way, TradeDataTypes.urn(type));
        String json = VALID.get(type);

        assertThat(template.requestBody("direct:in", json)).isEqualTo(record(type));
        assertThatThrownBy(() -> template.requestBody(
                        "direct:in", json.replace("BTCUSDT", "").replace("1757000000000", "-1")))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("symbol: ")
                .hasMessageContaining("timestamp: -1 (expected: ")
                .hasCauseInstanceOf(InvalidEntryException.class);
    }

    @ParameterizedTest
    @EnumSource
    void makesTheRecordThatIsAskedForByItsClass(DataType type) throws Exception {
        ProducerTemplate template = start(
                (camel, name) -> camel.addRoutes(java(name)),
                "java:" + type.recordType().getName());

        assertThat(template.requestBody("direct:in", VALID.get(type))).isInstanceOf(type.recordType());
    }

    @Test
    void checksARecordThatWasMadeNotRead() throws Exception {
        ProducerTemplate template =
                start((camel, name) -> camel.addRoutes(java(name)), "java:" + LiquidationEvent.class.getName());
        LiquidationEvent wrong = Liquidations.event("okx", "", 0, Side.SELL, "-1", "0");

        assertThatThrownBy(() -> template.requestBody("direct:in", wrong))
                .cause()
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("symbol: ")
                .hasMessageContaining("timestamp: 0 (expected: ")
                .hasMessageContaining("price: -1 (expected: ")
                .hasMessageContaining("quantity: 0 (expected: ");
    }

    @ParameterizedTest
    @EnumSource
    void makesRecordsOfWhateverCarriesThem(DataType type) throws Exception {
        ProducerTemplate template =
                start((camel, name) -> camel.addRoutes(transforming(name)), TradeDataTypes.urn(type));
        TradeRecord expected = record(type);
        TradeCodec codec = new TradeCodec();
        Map<String, String> fields = codec.toFields(expected);
        String key = expected.streamName().key();
        byte[] bytes = codec.toJson(expected).getBytes(StandardCharsets.UTF_8);
        JsonNode tree = new ObjectMapper().readTree(bytes);

        assertThat(List.of(
                        template.requestBody("direct:in", expected),
                        template.requestBody("direct:in", codec.toJson(expected)),
                        template.requestBody("direct:in", bytes),
                        template.requestBody("direct:in", new ByteArrayInputStream(bytes)),
                        template.requestBody("direct:in", tree),
                        template.requestBody("direct:in", new StreamEntry(key, new EntryId(1, 0), fields)),
                        template.requestBodyAndHeader("direct:in", fields, "CamelGortStreamsStreamKey", key)))
                .allSatisfy(read -> assertThat(codec.toJson((TradeRecord) read)).isEqualTo(codec.toJson(expected)));
    }

    @Test
    void makesARecordOfWhatJacksonHasReadFromJson() throws Exception {
        ProducerTemplate template = start(
                (camel, name) -> camel.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").unmarshal().json().transformDataType(name);
                    }
                }),
                TradeDataTypes.urn(DataType.LIQUIDATIONS));

        assertThat(template.requestBody("direct:in", VALID.get(DataType.LIQUIDATIONS)))
                .isEqualTo(record(DataType.LIQUIDATIONS));
    }

    @Test
    void tellsWhatABodyMayBe() throws Exception {
        ProducerTemplate template =
                start((camel, name) -> camel.addRoutes(java(name)), TradeDataTypes.urn(DataType.LIQUIDATIONS));
        String expected = " (expected: LiquidationEvent, its JSON, its fields as a Map, or its entry)";

        assertThatThrownBy(() -> template.requestBody("direct:in", (Object) null))
                .hasStackTraceContaining("body: none" + expected);
        assertThatThrownBy(() -> template.requestBody("direct:in", record(DataType.MARKET)))
                .hasStackTraceContaining("body: io.gort.camel.streams.trade.MarketSnapshot" + expected);
        assertThatThrownBy(() -> template.requestBody("direct:in", "no JSON"))
                .cause()
                .isInstanceOf(ValidationException.class)
                .hasCauseInstanceOf(InvalidEntryException.class);
    }

    private ProducerTemplate start(Declaration way, String type) throws Exception {
        way.declare(context, type);
        context.start();
        return context.createProducerTemplate();
    }

    private static RouteBuilder java(String type) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").inputTypeWithValidate(type).to("log:in?level=DEBUG");
            }
        };
    }

    private static RouteBuilder transforming(String type) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").transformDataType(type);
            }
        };
    }

    private static void yaml(CamelContext context, String type) throws Exception {
        load(context, "routes.yaml", """
                - route:
                    inputType:
                      urn: %s
                      validate: true
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: log:in
                            parameters:
                              level: DEBUG
                """.formatted(type));
    }

    private static void xml(CamelContext context, String type) throws Exception {
        load(context, "routes.xml", """
                <routes xmlns="http://camel.apache.org/schema/spring">
                  <route>
                    <inputType urn="%s" validate="true"/>
                    <from uri="direct:in"/>
                    <to uri="log:in?level=DEBUG"/>
                  </route>
                </routes>
                """.formatted(type));
    }

    private static void load(CamelContext context, String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, text));
    }

    private static TradeRecord record(DataType type) {
        return new TradeCodec().fromJson(type.recordType(), VALID.get(type));
    }
}
