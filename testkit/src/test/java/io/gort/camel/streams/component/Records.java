package io.gort.camel.streams.component;

import io.gort.camel.streams.trade.CriticalZone;
import io.gort.camel.streams.trade.HeatmapCluster;
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
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.ZoneType;
import java.math.BigDecimal;
import java.util.List;

/** A valid record of each data type for a symbol. */
final class Records {

    static final long TIME = 1_757_000_000_000L;

    private Records() {}

    static LiquidationEvent liquidation(String symbol) {
        return liquidation(symbol, "45000.0");
    }

    static LiquidationEvent liquidation(String symbol, String price) {
        return new LiquidationEvent(
                "binance", symbol, TIME, Side.SELL, number(price), number("0.5"), null, OrderType.LIQUIDATION);
    }

    static MarketSnapshot market(String symbol) {
        return new MarketSnapshot(
                "okx",
                symbol,
                TIME,
                number("45000.5"),
                number("45001"),
                number("-0.000125"),
                number("1e21"),
                number("1000"),
                TIME + 1,
                number("5"),
                null);
    }

    static PositionDistribution positions(String symbol) {
        return new PositionDistribution(
                "bybit",
                symbol,
                TIME,
                number("2500"),
                new PositionSide(12, number("3.5"), number("10")),
                new PositionSide(0, number("0"), number("0")));
    }

    static OrderBookSnapshot orderBook(String symbol) {
        return new OrderBookSnapshot(
                "kraken",
                symbol,
                TIME,
                List.of(new OrderBookLevel(number("100"), number("3"), 4L)),
                List.of(new OrderBookLevel(number("101"), number("2"))),
                77);
    }

    static HeatmapData heatmap(String symbol) {
        HeatmapLevel level =
                new HeatmapLevel(number("44000"), number("300"), number("100"), number("400"), number("100"), TIME);
        HeatmapCluster cluster = new HeatmapCluster(
                symbol, number("43500"), number("44500"), List.of(level), number("400"), number("100"), TIME);
        HeatmapSummary summary = new HeatmapSummary(
                number("300"),
                number("100"),
                number("44000"),
                number("400"),
                number("44000"),
                number("44000"),
                1,
                List.of(new CriticalZone(
                        number("43500"), number("44500"), ZoneType.MIXED, number("100"), number("400"))));
        return new HeatmapData(
                symbol, null, TIME, Interval.M15, number("45000"), List.of(level), List.of(cluster), summary);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
