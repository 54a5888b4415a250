package io.gort.camel.streams.trade.codec;

import static io.gort.camel.streams.trade.Samples.TIME;
import static io.gort.camel.streams.trade.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationsTest {

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
}
