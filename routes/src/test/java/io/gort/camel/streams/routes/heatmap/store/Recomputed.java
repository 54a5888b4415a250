package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.PriceLevels;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a heatmap should say, computed in the most straightforward way from all its events: nothing here is shared with
 * the aggregation but the grid of prices.
 */
public record Recomputed(long clock, BigDecimal currentPrice, Map<String, String> volumes) {

    private static final Map<Interval, Long> BUCKET_MILLIS = Map.of(
            Interval.S1, 20L,
            Interval.M1, 1_000L,
            Interval.M5, 5_000L,
            Interval.M15, 15_000L,
            Interval.H1, 60_000L,
            Interval.H4, 240_000L,
            Interval.D1, 1_440_000L);

    /** What distinct events amount to. */
    public static Recomputed of(Interval interval, Collection<LiquidationEvent> events) {
        long clock =
                events.stream().mapToLong(LiquidationEvent::timestamp).max().orElseThrow();
        BigDecimal price = events.stream()
                .filter(event -> event.timestamp() == clock)
                .map(LiquidationEvent::price)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        long millis = BUCKET_MILLIS.get(interval);
        long buckets = interval == Interval.S1 ? 50 : 60;
        long start = (clock / millis - buckets + 1) * millis;
        TreeMap<BigDecimal, BigDecimal[]> sums = new TreeMap<>();
        for (LiquidationEvent event : events) {
            if (event.timestamp() >= start) {
                BigDecimal[] sides = sums.computeIfAbsent(
                        PriceLevels.level(event.price()), level -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                int side = event.liquidatedPosition() == Position.LONG ? 0 : 1;
                sides[side] = sides[side].add(event.notionalValue().setScale(6, RoundingMode.HALF_EVEN));
            }
        }
        return new Recomputed(
                clock,
                price,
                sums.entrySet().stream()
                        .collect(Collectors.toMap(
                                level -> level.getKey().toPlainString(),
                                level -> text(level.getValue()[0]) + " / " + text(level.getValue()[1]),
                                (a, b) -> a,
                                TreeMap::new)));
    }

    /** The same facts of a heatmap. */
    public static Recomputed of(HeatmapData heatmap) {
        return new Recomputed(
                heatmap.timestamp(),
                heatmap.currentPrice(),
                heatmap.levels().stream()
                        .collect(Collectors.toMap(
                                level -> level.price().toPlainString(),
                                level -> text(level.longLiquidations()) + " / " + text(level.shortLiquidations()),
                                (a, b) -> a,
                                TreeMap::new)));
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
