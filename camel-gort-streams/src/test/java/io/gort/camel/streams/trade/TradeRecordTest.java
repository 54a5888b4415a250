package io.gort.camel.streams.trade;

import static io.gort.camel.streams.trade.Samples.TIME;
import static io.gort.camel.streams.trade.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TradeRecordTest {

    static Stream<TradeRecord> validRecords() {
        return Stream.of(
                Samples.liquidation(), Samples.market(), Samples.positions(), Samples.orderBook(), Samples.heatmap());
    }

    @ParameterizedTest
    @MethodSource("validRecords")
    void validRecordsBreakNoRule(TradeRecord valid) {
        assertThat(valid.violations()).isEmpty();
        assertThat(valid.dataType().recordType()).isEqualTo(valid.getClass());
        assertThat(StreamName.parse(valid.streamName().key())).isEqualTo(valid.streamName());
    }

    @Test
    void tellsAllBrokenRulesAtOnce() {
        LiquidationEvent event = new LiquidationEvent(
                "", "BTC USDT", 0, Side.LONG, number("-1"), number("0"), number("-5"), OrderType.ADL);

        assertThat(event.violations().stream().map(Violation::toString))
                .containsExactly(
                        "exchange: '' (expected: not empty, without ':', '*', ',' and white space)",
                        "symbol: 'BTC USDT' (expected: not empty, without ':', '*', ',' and white space)",
                        "timestamp: 0 (expected: above zero)",
                        "price: -1 (expected: above zero)",
                        "quantity: 0 (expected: above zero)",
                        "value: -5 (expected: zero or above)");
        assertThatThrownBy(event::streamName).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void heatmapNeedsPriceAndLevels() {
        HeatmapData heatmap = new HeatmapData("X", TIME, Interval.M1, BigDecimal.ZERO, List.of());

        assertThat(heatmap.violations().stream().map(Violation::toString))
                .containsExactly(
                        "current_price: 0 (expected: above zero)", "levels: none (expected: at least one level)");
    }

    @Test
    void marketAndPositionsNeedPrices() {
        BigDecimal zero = BigDecimal.ZERO;
        MarketSnapshot market = new MarketSnapshot("a", "b", 1, zero, zero, zero, zero, zero, 0, null, null);
        PositionSide none = new PositionSide(0, zero, zero);
        PositionDistribution positions = new PositionDistribution("a", "b", 1, number("-3"), none, none);

        assertThat(market.violations()).containsExactly(new Violation("mark_price", "0", "above zero"));
        assertThat(positions.violations()).containsExactly(new Violation("price_level", "-3", "above zero"));
    }

    @Test
    void equalNumbersMakeEqualRecords() {
        LiquidationEvent event = new LiquidationEvent(
                "binance",
                "BTCUSDT",
                TIME,
                Side.SELL,
                number("4.5E4"),
                number("0.50"),
                number("22500.000"),
                OrderType.LIQUIDATION,
                number("0.0"),
                null,
                "",
                0L);

        assertThat(event).isEqualTo(Samples.liquidation()).hasSameHashCodeAs(Samples.liquidation());
        assertThat(number("0.00").signum()).isZero();
        assertThat(new OrderBookLevel(number("0.00"), number("1.0")).price()).isSameAs(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 10, 3, 1000", // as told
        "0, 10, 3, 30", // average price times filled quantity
        ", 10, 3, 30",
        ", 10, , 10", // price times quantity
        ", , 3, 10",
        "0, 0, 0, 10"
    })
    void derivesTheNotionalValue(BigDecimal value, BigDecimal avgPrice, BigDecimal filledQty, BigDecimal notional) {
        LiquidationEvent event = new LiquidationEvent(
                "a", "b", 1, Side.BUY, number("5"), number("2"), value, OrderType.ADL, avgPrice, filledQty, null, null);

        assertThat(event.notionalValue()).isEqualByComparingTo(notional);
    }

    @ParameterizedTest
    @CsvSource({"SELL, LONG", "LONG, LONG", "BUY, SHORT", "SHORT, SHORT"})
    void sidesTellTheLiquidatedPosition(Side side, Position position) {
        assertThat(side.liquidatedPosition()).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({"long, LONG", "Short, SHORT", "buy, BUY", "SELL, SELL"})
    void findsSidesInAnyLetterCase(String name, Side side) {
        assertThat(Side.find(name)).contains(side);
        assertThat(Side.find(side.wireName())).contains(side);
        assertThat(Side.find(name + " ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"liquidation, LIQUIDATION", "ADL, ADL", "Bankruptcy, BANKRUPTCY"})
    void findsOrderTypesInAnyLetterCase(String name, OrderType type) {
        assertThat(OrderType.find(name)).contains(type);
        assertThat(OrderType.find("margin-call")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1s, PT5M",
        "1m, PT5M",
        "5m, PT15M",
        "15m, PT30M",
        "1h, PT2H",
        "4h, PT8H",
        "1d, PT48H",
        "2w, PT5M",
        "1M, PT5M"
    })
    void cachedHeatmapsLiveByInterval(String label, Duration lifetime) {
        assertThat(Interval.cacheLifetimeOf(label)).isEqualTo(lifetime);
    }

    @Test
    void derivesBookFiguresFromLevelsInAnyOrder() {
        OrderBookSnapshot book = Samples.orderBook();

        assertThat(book.spread()).isEqualTo("1");
        assertThat(book.midPrice()).isEqualTo("100.5");
        assertThat(book.imbalance()).isEqualTo("0.5");
        assertThat(BookFigures.of(List.of(), List.of()))
                .isEqualTo(new BookFigures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Test
    void derivesSummaryFromLevels() {
        HeatmapSummary summary = HeatmapSummary.of(Samples.heatmap().levels());

        assertThat(summary)
                .isEqualTo(new HeatmapSummary(
                        number("300"),
                        number("200"),
                        number("44000"),
                        number("400"),
                        number("44000"),
                        number("45000"),
                        1,
                        List.of()));
    }

    @Test
    void namesCachedHeatmaps() {
        assertThat(HeatmapCacheKey.DEFAULT.keyFor(Samples.heatmap())).isEqualTo("heatmap:cache:BTCUSDT:15m");
        assertThat(HeatmapCacheKey.GENERATION_ONE.keyFor("{interval}$1", "1m")).isEqualTo("heatmap:{interval}$1:1m");
        assertThatThrownBy(() -> new HeatmapCacheKey("heatmap:{symbol}"))
                .hasMessageContaining("'heatmap:{symbol}' (expected: ");
    }

    @Test
    void refusesNulls() {
        assertThatNullPointerException()
                .isThrownBy(() -> new LiquidationEvent("a", "b", 1, Side.BUY, null, null, null, OrderType.ADL))
                .withMessage("price");
    }

    @Test
    void namesTheAmountThatNobodyCanHold() {
        assertThatThrownBy(() -> new OrderBookLevel(BigDecimal.ONE, new BigDecimal("1e1000000000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size: of 1 digits and scale -1000000000 (expected: in the range of a double)");
    }

    @Test
    void boundsTheValueInAViolation() {
        assertThat(new Violation("f", "x".repeat(5000), "y").toString()).hasSizeLessThan(130);
    }
}
