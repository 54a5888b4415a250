package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.List;

/** Valid records of each type. */
public final class Samples {

    public static final long TIME = 1_757_000_000_000L;

    private Samples() {}

    public static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    public static LiquidationEvent liquidation() {
        return new LiquidationEvent(
                "binance",
                "BTCUSDT",
                TIME,
                Side.SELL,
                number("45000.0"),
                number("0.5"),
                number("22500"),
                OrderType.LIQUIDATION);
    }

    public static MarketSnapshot market() {
        return new MarketSnapshot(
                "okx",
                "BTCUSDT",
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

    public static PositionDistribution positions() {
        return new PositionDistribution(
                "bybit",
                "ETHUSDT",
                TIME,
                number("2500"),
                new PositionSide(12, number("3.5"), number("10")),
                new PositionSide(0, number("0"), number("0")));
    }

    public static OrderBookSnapshot orderBook() {
        return new OrderBookSnapshot(
                "kraken",
                "BTCUSD",
                TIME,
                List.of(
                        new OrderBookLevel(number("99"), number("3")),
                        new OrderBookLevel(number("100"), number("3"), 4L)),
                List.of(new OrderBookLevel(number("101"), number("2"))),
                77);
    }

    public static HeatmapLevel level(String price, String longs, String shorts, String intensity) {
        BigDecimal total = number(longs).add(number(shorts));
        return new HeatmapLevel(number(price), number(longs), number(shorts), total, number(intensity), TIME);
    }

    public static HeatmapData heatmap() {
        List<HeatmapLevel> levels = List.of(level("44000", "300", "100", "100"), level("46000", "0", "100", "25"));
        HeatmapCluster cluster = new HeatmapCluster(
                "BTCUSDT", number("44000"), number("46000"), levels, number("500"), number("100"), TIME);
        CriticalZone zone =
                new CriticalZone(number("43000"), number("45000"), ZoneType.MIXED, number("80"), number("400"));
        HeatmapSummary summary = new HeatmapSummary(
                number("300"),
                number("200"),
                number("44000"),
                number("400"),
                number("44000"),
                number("45000"),
                1,
                List.of(zone));
        return new HeatmapData("BTCUSDT", null, TIME, Interval.M15, number("45000"), levels, List.of(cluster), summary);
    }
}
