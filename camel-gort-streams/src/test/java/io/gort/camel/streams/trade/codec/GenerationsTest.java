package io.gort.camel.streams.trade.codec;

import static io.gort.camel.streams.trade.Samples.TIME;
import static io.gort.camel.streams.trade.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.HeatmapSummary;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.MarketSnapshot;
import io.gort.camel.streams.trade.OrderBookLevel;
import io.gort.camel.streams.trade.OrderBookSnapshot;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.PositionDistribution;
import io.gort.camel.streams.trade.PositionSide;
import io.gort.camel.streams.trade.Samples;
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.StreamName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationsTest {

    private static final String SUMMARY = "{\"total_long_liquidations\":300,\"total_short_liquidations\":200,"
            + "\"max_liquidation_price\":44000,\"max_liquidation_volume\":400,\"weighted_avg_long_price\":44000,"
            + "\"weighted_avg_short_price\":45000,\"significant_levels\":1,\"critical_zones\":[{\"price_start\":43000,"
            + "\"price_end\":45000,\"type\":\"mixed\",\"intensity\":80,\"volume\":400}]}";

    private final TradeCodec codec = new TradeCodec();

    @Test
    void writesLiquidationsForBoth() {
        assertThat(codec.toFields(Samples.liquidation()))
                .containsOnly(
                        Map.entry("timestamp", "1757000000000"),
                        Map.entry("side", "SELL"),
                        Map.entry("price", "45000"),
                        Map.entry("quantity", "0.5"),
                        Map.entry("value", "22500"),
                        Map.entry("order_type", "liquidation"),
                        Map.entry("avg_price", "0"),
                        Map.entry("filled_qty", "0"),
                        Map.entry("order_status", ""),
                        Map.entry("order_trade_time", "0"));
    }

    @Test
    void readsGenerationOneLiquidations() {
        Map<String, String> fields = Map.of(
                "timestamp",
                "1757000000000",
                "side",
                "SELL",
                "price",
                "45000.0",
                "quantity",
                "5e-1",
                "value",
                "22500",
                "order_type",
                "liquidation",
                "unknown",
                "kept");

        assertThat(codec.fromFields(StreamName.parse("liquidations:binance:BTCUSDT"), fields))
                .isEqualTo(Samples.liquidation());
    }

    @Test
    void readsGenerationTwoLiquidations() {
        Map<String, String> fields = new HashMap<>(codec.toFields(Samples.liquidation()));
        fields.putAll(Map.of(
                "avg_price", "44999.5", "filled_qty", "0.4", "order_status", "FILLED", "order_trade_time", "1.757E12"));
        fields.remove("value");

        assertThat(codec.fromFields(LiquidationEvent.class, StreamName.parse("liquidations:binance:BTCUSDT"), fields))
                .isEqualTo(new LiquidationEvent(
                        "binance",
                        "BTCUSDT",
                        TIME,
                        Side.SELL,
                        number("45000"),
                        number("0.5"),
                        null,
                        OrderType.LIQUIDATION,
                        number("44999.5"),
                        number("0.4"),
                        "FILLED",
                        TIME));
    }

    @Test
    void writesMarketForBoth() {
        assertThat(codec.toFields(Samples.market()))
                .containsOnly(
                        Map.entry("timestamp", "1757000000000"),
                        Map.entry("mark_price", "45000.5"),
                        Map.entry("index_price", "45001"),
                        Map.entry("funding_rate", "-0.000125"),
                        Map.entry("open_interest", "1000000000000000000000"),
                        Map.entry("volume_24h", "1000"),
                        Map.entry("next_funding_time", "1757000000001"),
                        Map.entry("open_interest_usd", "5"),
                        Map.entry("turnover_24h", "0"));
    }

    @Test
    void readsGenerationOneMarket() {
        Map<String, String> fields = new HashMap<>(codec.toFields(Samples.market()));
        fields.remove("open_interest_usd");
        fields.remove("turnover_24h");

        MarketSnapshot read = codec.fromFields(MarketSnapshot.class, StreamName.parse("market:okx:BTCUSDT"), fields);

        assertThat(read.markPrice()).isEqualTo("45000.5");
        assertThat(read.openInterestUsd()).isNull();
    }

    @Test
    void readsAndWritesGenerationOnePositions() {
        Map<String, String> fields = Map.of(
                "timestamp",
                "1757000000000",
                "price_level",
                "2500",
                "long_positions",
                "{\"count\":12,\"volume\":3.5,\"avg_leverage\":10}",
                "short_positions",
                "{\"count\":0,\"volume\":0,\"avg_leverage\":0}");

        assertThat(codec.fromFields(StreamName.parse("positions:bybit:ETHUSDT"), fields))
                .isEqualTo(Samples.positions());
        assertThat(codec.toFields(Samples.positions())).isEqualTo(fields);
        assertThat(new PositionDistribution("bybit", "ETHUSDT", TIME, number("2500"), side(), side()).violations())
                .isEmpty();
    }

    @Test
    void writesOrderBooksForBoth() {
        assertThat(codec.toFields(Samples.orderBook()))
                .containsOnly(
                        Map.entry("timestamp", "1757000000000"),
                        Map.entry(
                                "bids",
                                "[{\"price\":99,\"size\":3,\"quantity\":3},"
                                        + "{\"price\":100,\"size\":3,\"quantity\":3,\"count\":4}]"),
                        Map.entry("asks", "[{\"price\":101,\"size\":2,\"quantity\":2}]"),
                        Map.entry("sequence_id", "77"),
                        Map.entry("last_update_id", "77"),
                        Map.entry("spread", "1"),
                        Map.entry("mid_price", "100.5"),
                        Map.entry("imbalance", "0.5"));
    }

    @Test
    void readsGenerationOneLevels() {
        OrderBookSnapshot book = readBook(Map.of(
                "timestamp",
                "1757000000000",
                "sequence_id",
                "77",
                "bids",
                "[{\"price\":99,\"size\":3},{\"price\":100.0,\"size\":3,\"count\":4}]",
                "asks",
                "[{\"price\":101,\"size\":2}]"));

        assertThat(book).isEqualTo(Samples.orderBook());
    }

    @Test
    void readsGenerationTwoLevels() {
        OrderBookSnapshot book = readBook(Map.of(
                "timestamp",
                "1757000000000",
                "last_update_id",
                "77",
                "spread",
                "7",
                "mid_price",
                "8",
                "imbalance",
                "-1",
                "bids",
                "[{\"price\":99,\"quantity\":3,\"count\":1}]",
                "asks",
                "null"));

        assertThat(book.bids()).containsExactly(new OrderBookLevel(number("99"), number("3"), 1L));
        assertThat(book.asks()).isEmpty();
        assertThat(book.sequenceId()).isEqualTo(77);
        assertThat(book.spread()).isEqualTo("7");
        assertThat(book.imbalance()).isEqualTo("-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void readsEmptyLists(String list) {
        OrderBookSnapshot book = readBook(Map.of("timestamp", "1", "sequence_id", "0", "bids", list, "asks", list));

        assertThat(book.bids()).isEmpty();
        assertThat(book.midPrice()).isZero();
    }

    @Test
    void writesHeatmapsForBoth() {
        Map<String, String> fields = codec.toFields(Samples.heatmap());

        assertThat(fields)
                .containsOnlyKeys(
                        "data",
                        "timestamp",
                        "symbol",
                        "interval",
                        "current_price",
                        "summary",
                        "clusters",
                        "levels_count",
                        "cache_key")
                .containsEntry("timestamp", "1757000000000")
                .containsEntry("symbol", "BTCUSDT")
                .containsEntry("interval", "15m")
                .containsEntry("current_price", "45000")
                .containsEntry("summary", SUMMARY)
                .containsEntry("levels_count", "2")
                .containsEntry("cache_key", "heatmap:cache:BTCUSDT:15m");
        assertThat(fields.get("data")).contains("\"levels\":[{", "\"liquidation_levels\":[{", "\"metadata\":{");
        assertThat(new TradeCodec(HeatmapCacheKey.GENERATION_ONE).toFields(Samples.heatmap()))
                .containsEntry("cache_key", "heatmap:BTCUSDT:15m");
    }

    @Test
    void readsGenerationOneHeatmapEntries() {
        Map<String, String> fields = Map.of(
                "data", codec.toGenerationOneJson(Samples.heatmap()), "timestamp", "1757000000000", "interval", "15m");

        assertThat(readHeatmap(fields).levels()).isEqualTo(Samples.heatmap().levels());
    }

    @Test
    void readsGenerationTwoHeatmapEntriesWithoutLevels() {
        Map<String, String> fields = new HashMap<>(codec.toFields(Samples.heatmap()));
        fields.remove("data");

        HeatmapData heatmap = readHeatmap(fields);

        assertThat(heatmap.levels()).isEmpty();
        assertThat(heatmap.clusters()).isEqualTo(Samples.heatmap().clusters());
        assertThat(heatmap.summary()).isEqualTo(Samples.heatmap().summary());
    }

    @Test
    void readsGenerationOneCache() {
        HeatmapData heatmap = codec.heatmapFromJson("""
                {"symbol": "BTCUSDT", "timestamp": 1757000000000, "interval": "15m", "current_price": 45000.0,
                 "liquidation_levels": [
                   {"price": 44000, "cumulative_long_liquidations": 3e2, "cumulative_short_liquidations": 100,
                    "estimated_impact": 0.1, "exchanges": ["binance", "okx"]},
                   {"price": 46000, "cumulative_long_liquidations": 0, "cumulative_short_liquidations": 100,
                    "estimated_impact": 0.1, "exchanges": null}],
                 "metadata": {"exchanges_covered": ["binance"], "data_completeness": 0.9, "calculation_time": 12,
                   "last_update": "2025-09-04T15:33:20Z"}}
                """);

        List<HeatmapLevel> levels = Samples.heatmap().levels();
        assertThat(heatmap).isEqualTo(new HeatmapData("BTCUSDT", TIME, Interval.M15, number("45000"), levels));
        assertThat(heatmap.summary()).isEqualTo(HeatmapSummary.of(levels));
    }

    @Test
    void readsGenerationTwoCache() {
        assertThat(codec.heatmapFromJson(codec.toJson(Samples.heatmap()))).isEqualTo(Samples.heatmap());
    }

    @Test
    void writesGenerationOneCache() {
        assertThat(codec.toGenerationOneJson(new HeatmapData(
                        "X",
                        "okx",
                        5,
                        Interval.H1,
                        number("4E1"),
                        List.of(Samples.level("1", "2", "3", "100")),
                        List.of(),
                        HeatmapSummary.of(List.of()))))
                .isEqualTo("{\"symbol\":\"X\",\"timestamp\":5,\"interval\":\"1h\",\"current_price\":40,"
                        + "\"liquidation_levels\":[{\"price\":1,\"cumulative_long_liquidations\":2,"
                        + "\"cumulative_short_liquidations\":3,\"estimated_impact\":100,\"exchanges\":[\"okx\"]}],"
                        + "\"metadata\":{\"exchanges_covered\":[\"okx\"],\"data_completeness\":1,"
                        + "\"calculation_time\":0,\"last_update\":5}}");
    }

    @Test
    void writesRecordsAsJson() {
        assertThat(codec.toJson(Samples.liquidation()))
                .isEqualTo("{\"exchange\":\"binance\",\"symbol\":\"BTCUSDT\",\"timestamp\":1757000000000,"
                        + "\"side\":\"SELL\",\"price\":45000,\"quantity\":0.5,\"value\":22500,"
                        + "\"order_type\":\"liquidation\"}");
        assertThat(codec.toJson(Samples.market())).contains("\"open_interest\":1000000000000000000000,");
    }

    private static PositionSide side() {
        return new PositionSide(1, number("1"), number("1"));
    }

    private OrderBookSnapshot readBook(Map<String, String> fields) {
        return codec.fromFields(OrderBookSnapshot.class, StreamName.parse("orderbook:kraken:BTCUSD"), fields);
    }

    private HeatmapData readHeatmap(Map<String, String> fields) {
        return codec.fromFields(HeatmapData.class, StreamName.parse("heatmap:BTCUSDT"), fields);
    }
}
