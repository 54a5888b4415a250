package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the producer takes as a body, what it answers, and what it refuses before anything is sent. */
@WithRedis
class ProducerBodiesIT {

    private CamelContext context;
    private ProducerTemplate template;

    @BeforeEach
    void start(RedisUnderTest redis) throws Exception {
        context = TestContexts.to(redis);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    static Stream<Arguments> bodies() {
        String json = "{\"n\":1.50,\"text\":\"zwölf\",\"list\":[1,{\"a\":null}],\"none\":null,\"yes\":true}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("JSON text", json),
                Arguments.of("bytes of JSON", bytes),
                Arguments.of("stream of JSON", new ByteArrayInputStream(bytes)),
                Arguments.of("CharBuffer of JSON", CharBuffer.wrap(json)),
                Arguments.of(
                        "Map",
                        Map.of(
                                "n",
                                new BigDecimal("1.50"),
                                "text",
                                "zwölf".getBytes(StandardCharsets.UTF_8),
                                "list",
                                List.of(1, java.util.Collections.singletonMap("a", null)),
                                "yes",
                                true)),
                Arguments.of(
                        "entry",
                        new StreamEntry(
                                "elsewhere",
                                EntryId.parse("1-1"),
                                Map.of(
                                        "n", "1.5",
                                        "text", "zwölf",
                                        "list", "[1,{\"a\":null}]",
                                        "yes", "true"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void makesAnEntryOf(String what, Object body, RedisUnderTest redis, TestKeys keys) {
        template.sendBody("gort-streams:" + keys.key("s"), body);

        assertThat(fields(redis, keys.key("s")))
                .containsExactly(Map.of("n", "1.5", "text", "zwölf", "list", "[1,{\"a\":null}]", "yes", "true"));
    }

    @Test
    void tellsWhereTheEntryWent(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();

        Exchange sent = template.send(
                "gort-streams:liquidations", exchange -> exchange.getMessage().setBody(Records.liquidation(symbol)));

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeaders())
                .containsEntry(GortStreamsConstants.STREAM_KEY, "liquidations:binance:" + symbol)
                .containsEntry(
                        GortStreamsConstants.ENTRY_ID,
                        redis.client()
                                .xrange("liquidations:binance:" + symbol, "-", "+")
                                .get(0)
                                .getID()
                                .toString());
        assertThat(sent.getMessage().getBody()).isInstanceOf(LiquidationEvent.class);
    }

    @Test
    void takesExchangeAndSymbolFromTheHeadersWhereTheBodyIsSilent(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        Map<String, Object> headers = Map.of(GortStreamsConstants.EXCHANGE, "okx", GortStreamsConstants.SYMBOL, symbol);

        template.sendBodyAndHeaders("gort-streams:market", "{\"mark_price\":1}", headers);
        template.sendBodyAndHeaders("gort-streams:market", Map.of("exchange", "kraken", "n", 1), headers);

        assertThat(fields(redis, "market:okx:" + symbol)).containsExactly(Map.of("mark_price", "1"));
        assertThat(fields(redis, "market:kraken:" + symbol)).containsExactly(Map.of("n", "1"));
    }

    @Test
    void acceptsSymbolsOfAnyScript(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol() + "龙Ö";

        template.sendBody("gort-streams:liquidations", Records.liquidation(symbol));
        template.sendBody("gort-streams:liquidations:binance:" + symbol, Records.liquidation(symbol));

        assertThat(redis.client().xlen("liquidations:binance:" + symbol)).isEqualTo(2);
    }

    @Test
    void tellsAllViolationsOfARecord(TestKeys keys) {
        LiquidationEvent bad = new LiquidationEvent(
                "", keys.uniqueSymbol(), -5, Side.BUY, BigDecimal.ZERO, BigDecimal.ZERO, null, OrderType.ADL);

        Throwable failure = catchThrowable(() -> template.sendBody("gort-streams:liquidations", bad));

        assertThat(failure)
                .cause()
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContainingAll("exchange", "timestamp: -5", "price: 0", "quantity: 0");
        assertThat(keys.existing()).isEmpty();
    }

    @Test
    void checksMapsOfTypedStreamsIfToldToBeStrict(RedisUnderTest redis, TestKeys keys) {
        String stream = "liquidations:okx:" + keys.uniqueSymbol();
        Map<String, String> bad = Map.of("price", "abc", "side", "up");

        Throwable failure = catchThrowable(() -> template.sendBody("gort-streams:" + stream + "?validate=strict", bad));
        template.sendBody("gort-streams:" + stream, bad);

        assertThat(failure)
                .cause()
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContainingAll("price: abc", "side: up", "timestamp: missing", "order_type");
        assertThat(redis.client().xlen(stream)).isEqualTo(1);
    }

    @Test
    void letsEverythingThroughIfToldNotToValidate(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        LiquidationEvent bad = new LiquidationEvent(
                "binance", symbol, 0, Side.BUY, BigDecimal.ZERO, BigDecimal.ZERO, null, OrderType.ADL);

        template.sendBody("gort-streams:liquidations?validate=false", bad);

        assertThat(redis.client().xlen("liquidations:binance:" + symbol)).isEqualTo(1);
    }

    @Test
    void writesOnlyTheHeadersThatAreNamedAndNeverCamelsOwn(RedisUnderTest redis, TestKeys keys) {
        Map<String, Object> headers =
                Map.of("traceId", "t-1", "tenant", 7, "CamelSecret", "s", "cameLsecret", "s", "other", "o", "a", "h");

        template.sendBodyAndHeaders(
                "gort-streams:" + keys.key("s") + "?headersAsFields=traceId,tenant, absent,CamelSecret,cameLsecret,a",
                Map.of("a", "1"),
                headers);

        assertThat(fields(redis, keys.key("s"))).containsExactly(Map.of("a", "1", "traceId", "t-1", "tenant", "7"));
    }

    @Test
    void givesTheEntryTheIdOfTheHeader(RedisUnderTest redis, TestKeys keys) {
        template.sendBodyAndHeader(
                "gort-streams:" + keys.key("s"), Map.of("a", "1"), GortStreamsConstants.ENTRY_ID, "5-7");

        assertThat(redis.client().xrange(keys.key("s"), "5-7", "5-7")).hasSize(1);
    }

    static Stream<Arguments> impossibleBodies() {
        return Stream.of(
                Arguments.of("free", null, "body: none"),
                Arguments.of("free", "", "body"),
                Arguments.of("free", "no JSON", "JSON"),
                Arguments.of("free", "[1,2]", "JSON object"),
                Arguments.of("free", "{}", "fields: none"),
                Arguments.of("free", Map.of(), "fields: none"),
                Arguments.of("free", Map.of(5, "x"), "key: 5"),
                Arguments.of("free", Map.of("price", Double.NaN), "price: NaN"),
                Arguments.of("free", 42, "42"),
                Arguments.of("free", new Object(), "java.lang.Object"),
                Arguments.of("liquidation:binance:X", Records.liquidation("X"), "stream: liquidation:binance:X"),
                Arguments.of("free", Records.liquidation("X"), "a liquidations stream"),
                Arguments.of("market:binance:X", Records.liquidation("X"), "MarketSnapshot"),
                Arguments.of("market", Records.liquidation("X"), "MarketSnapshot"),
                Arguments.of("liquidations:binance:Y", Records.liquidation("X"), "symbol: X"),
                Arguments.of("liquidations", Records.liquidation("a:b"), "symbol"),
                Arguments.of("liquidations", Map.of("price", 1), "symbol: none"),
                Arguments.of("liquidations", Map.of("symbol", "X"), "exchange: none"),
                Arguments.of("liquidations", Map.of("symbol", "X", "exchange", "a b"), "exchange: 'a b'"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("impossibleBodies")
    void refusesABodyThatCannotBecomeAnEntry(
            String path, Object body, String named, RedisUnderTest redis, TestKeys keys) {
        String stream = path.equals("free") ? keys.key("s") : path;

        Throwable failure = catchThrowable(() -> template.sendBody("gort-streams:" + stream, body));

        assertThat(failure)
                .cause()
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining(named)
                .hasMessageContaining("(expected: ");
        assertThat(redis.client().exists(stream)).isFalse();
    }

    private static List<Map<String, String>> fields(RedisUnderTest redis, String stream) {
        return redis.client().xrange(stream, "-", "+").stream()
                .map(entry -> entry.getFields())
                .toList();
    }
}
