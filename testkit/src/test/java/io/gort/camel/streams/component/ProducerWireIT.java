package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.TradeRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.StreamEntryID;

/** What the producer leaves on the server: keys, fields, number formats and lengths, as other clients expect them. */
@WithRedis
class ProducerWireIT {

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

    static Stream<Arguments> records() {
        return Stream.of(
                type("liquidations", "liquidations:binance:", Records::liquidation, 10_000, """
                        timestamp side price quantity value order_type
                        avg_price filled_qty order_status order_trade_time"""),
                type("market", "market:okx:", Records::market, 1_000, """
                        timestamp mark_price index_price funding_rate open_interest volume_24h next_funding_time
                        open_interest_usd turnover_24h"""),
                type("positions", "positions:bybit:", Records::positions, 5_000, """
                        timestamp price_level long_positions short_positions"""),
                type("orderbook", "orderbook:kraken:", Records::orderBook, 100, """
                        timestamp bids asks sequence_id last_update_id spread mid_price imbalance"""),
                type("heatmap", "heatmap:", Records::heatmap, 100, """
                        data timestamp interval symbol current_price summary clusters levels_count cache_key"""));
    }

    private static Arguments type(
            String type, String keyStart, Function<String, TradeRecord> body, int length, String fields) {
        return Arguments.of(type, keyStart, body, length, Set.of(fields.split("\\s+")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void writesExactlyTheFieldsOfTheDataTypeOnItsKey(
            String type,
            String keyStart,
            Function<String, TradeRecord> body,
            int length,
            Set<String> fields,
            RedisUnderTest redis,
            TestKeys keys) {
        String symbol = keys.uniqueSymbol();

        template.sendBody("gort-streams:" + type, body.apply(symbol));

        assertThat(redis.client().xrange(keyStart + symbol, "-", "+"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getFields()).containsOnlyKeys(fields));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void keepsAboutAsManyEntriesAsAreUsualForTheDataType(
            String type,
            String keyStart,
            Function<String, TradeRecord> body,
            int length,
            Set<String> fields,
            RedisUnderTest redis,
            TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        TradeRecord trade = body.apply(symbol);

        List<TradeRecord> many = IntStream.range(0, 500).mapToObj(i -> trade).toList();
        for (int sent = 0; sent < length + 1_000; sent += 500) {
            template.sendBody("gort-streams:" + type, many);
        }

        // approximate trimming leaves up to one node of 100 entries too many
        assertThat(redis.client().xlen(keyStart + symbol)).isBetween((long) length, length + 100L);
    }

    @Test
    void doesNotTrimStreamsWithoutDataType(RedisUnderTest redis, TestKeys keys) {
        List<Map<String, String>> many =
                IntStream.range(0, 12_000).mapToObj(i -> Map.of("a", "1")).toList();

        template.sendBody("gort-streams:" + keys.key("free"), many);

        assertThat(redis.client().xlen(keys.key("free"))).isEqualTo(12_000);
    }

    @Test
    void trimsToTheLengthAskedFor(RedisUnderTest redis, TestKeys keys) {
        List<Map<String, String>> many =
                IntStream.range(0, 1_000).mapToObj(i -> Map.of("a", "1")).toList();

        template.sendBody("gort-streams:" + keys.key("exact") + "?maxLength=37&trim=exact", many);
        template.sendBody("gort-streams:" + keys.key("about") + "?maxLength=150", many);
        template.sendBody("gort-streams:liquidations:okx:" + keys.uniqueSymbol() + "?trim=none", many);

        assertThat(redis.client().xlen(keys.key("exact"))).isEqualTo(37);
        assertThat(redis.client().xlen(keys.key("about"))).isBetween(150L, 250L);
    }

    @Test
    void leavesAllEntriesOfATypedStreamIfAskedTo(RedisUnderTest redis, TestKeys keys) {
        String stream = "orderbook:okx:" + keys.uniqueSymbol();
        List<Map<String, String>> many =
                IntStream.range(0, 1_000).mapToObj(i -> Map.of("a", "1")).toList();

        template.sendBody("gort-streams:" + stream + "?trim=none", many);

        assertThat(redis.client().xlen(stream)).isEqualTo(1_000);
    }

    @Test
    void trimsEntriesThatAreTooOld(RedisUnderTest redis, TestKeys keys) {
        String stream = keys.key("aged");
        long now = System.currentTimeMillis();
        redis.client().xadd(stream, new StreamEntryID(now - 120_000, 0), Map.of("age", "2m"));
        redis.client().xadd(stream, new StreamEntryID(now - 30_000, 0), Map.of("age", "30s"));

        template.sendBody("gort-streams:" + stream + "?maxAge=1m&trim=exact", Map.of("age", "0s"));

        assertThat(redis.client().xrange(stream, "-", "+"))
                .extracting(entry -> entry.getFields().get("age"))
                .containsExactly("30s", "0s");
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                Arguments.of("1e-9", "0.000000001"),
                Arguments.of("1e21", "1000000000000000000000"),
                Arguments.of("0.000125", "0.000125"),
                Arguments.of("45000.0", "45000"),
                Arguments.of("123456789.123456789", "123456789.123456789"),
                Arguments.of("5.99e-05", "0.0000599"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("amounts")
    void writesAmountsPlainly(String amount, String written, RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        String map = "liquidations:binance:" + symbol + "M";
        String json = "liquidations:binance:" + symbol + "J";

        template.sendBody("gort-streams:liquidations", Records.liquidation(symbol, amount));
        template.sendBody("gort-streams:" + map, Map.of("price", new BigDecimal(amount)));
        template.sendBody("gort-streams:" + json, "{\"price\":" + amount + "}");

        assertThat(Stream.of("liquidations:binance:" + symbol, map, json)
                        .map(key -> redis.client().xrange(key, "-", "+").get(0).getFields()))
                .allSatisfy(fields -> assertThat(fields).containsEntry("price", written));
    }

    @Test
    void writesNegativeRatesAndWholeTimesPlainly(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();

        template.sendBody("gort-streams:market", Records.market(symbol));

        assertThat(redis.client()
                        .xrange("market:okx:" + symbol, "-", "+")
                        .get(0)
                        .getFields())
                .containsEntry("funding_rate", "-0.000125")
                .containsEntry("open_interest", "1000000000000000000000")
                .containsEntry("timestamp", Long.toString(Records.TIME))
                .containsEntry("turnover_24h", "0");
    }

    @Test
    void writesLiquidationsWithoutOptionalValuesAsTheOtherClientsDo(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();

        template.sendBody("gort-streams:liquidations:binance:" + symbol, Records.liquidation(symbol));

        assertThat(redis.client()
                        .xrange("liquidations:binance:" + symbol, "-", "+")
                        .get(0)
                        .getFields())
                .isEqualTo(Map.of(
                        "timestamp", Long.toString(Records.TIME),
                        "side", "SELL",
                        "price", "45000",
                        "quantity", "0.5",
                        "value", "0",
                        "order_type", "liquidation",
                        "avg_price", "0",
                        "filled_qty", "0",
                        "order_status", "",
                        "order_trade_time", "0"));
    }

    @Test
    void cachesHeatmapsAsTheOlderClientsReadThem(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        String older = "&heatmapGeneration=1&heatmapCacheKey=heatmap:{symbol}:{interval}";

        template.sendBody("gort-streams:heatmap?operation=cacheHeatmap" + older, Records.heatmap(symbol));

        assertThat(redis.client().get("heatmap:" + symbol + ":15m"))
                .contains("\"liquidation_levels\":[{\"price\":44000,\"cumulative_long_liquidations\":300")
                .contains("\"metadata\":{")
                .doesNotContain("\"levels\"");
    }

    @Test
    void cachesHeatmapsForTheirIntervalsLifetime(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        HeatmapData heatmap = Records.heatmap(symbol);

        template.sendBody("gort-streams:heatmap?operation=cacheHeatmap", heatmap);

        assertThat(redis.client().ttl("heatmap:cache:" + symbol + ":15m")).isBetween(1_790L, 1_800L);
        assertThat(template.requestBodyAndHeader(
                        "gort-streams:heatmap:" + symbol + "?operation=getHeatmap",
                        null,
                        "CamelGortStreamsInterval",
                        "15m"))
                .isEqualTo(heatmap);
    }
}
