package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A heatmap in a few numbers. Volumes are in USD.
 *
 * @param totalLongLiquidations  the volume of long positions over all levels
 * @param totalShortLiquidations the volume of short positions over all levels
 * @param maxLiquidationPrice    the price with the largest volume; 0 for none
 * @param maxLiquidationVolume   the volume there
 * @param weightedAvgLongPrice   the prices weighted by the volume of long positions; 0 for none
 * @param weightedAvgShortPrice  the prices weighted by the volume of short positions; 0 for none
 * @param significantLevels      how many levels stand out
 * @param criticalZones          where much would be liquidated, unmodifiable
 */
public record HeatmapSummary(
        BigDecimal totalLongLiquidations,
        BigDecimal totalShortLiquidations,
        BigDecimal maxLiquidationPrice,
        BigDecimal maxLiquidationVolume,
        BigDecimal weightedAvgLongPrice,
        BigDecimal weightedAvgShortPrice,
        long significantLevels,
        List<CriticalZone> criticalZones) {

    /** Levels of at least half of the largest volume stand out. */
    private static final BigDecimal SIGNIFICANT_INTENSITY = BigDecimal.valueOf(50);

    public HeatmapSummary {
        totalLongLiquidations = Decimals.amount("totalLongLiquidations", totalLongLiquidations);
        totalShortLiquidations = Decimals.amount("totalShortLiquidations", totalShortLiquidations);
        maxLiquidationPrice = Decimals.amount("maxLiquidationPrice", maxLiquidationPrice);
        maxLiquidationVolume = Decimals.amount("maxLiquidationVolume", maxLiquidationVolume);
        weightedAvgLongPrice = Decimals.amount("weightedAvgLongPrice", weightedAvgLongPrice);
        weightedAvgShortPrice = Decimals.amount("weightedAvgShortPrice", weightedAvgShortPrice);
        criticalZones = List.copyOf(criticalZones);
    }

    /**
     * The summary that follows from the levels. Averages have 16 digits; levels with an intensity of 50 and more count
     * as significant; critical zones are not derived.
     */
    public static HeatmapSummary of(List<HeatmapLevel> levels) {
        Optional<HeatmapLevel> max = levels.stream().max(Comparator.comparing(HeatmapLevel::totalVolume));
        return new HeatmapSummary(
                sum(levels, HeatmapLevel::longLiquidations),
                sum(levels, HeatmapLevel::shortLiquidations),
                max.map(HeatmapLevel::price).orElse(BigDecimal.ZERO),
                max.map(HeatmapLevel::totalVolume).orElse(BigDecimal.ZERO),
                weightedPrice(levels, HeatmapLevel::longLiquidations),
                weightedPrice(levels, HeatmapLevel::shortLiquidations),
                levels.stream()
                        .filter(level -> level.intensity().compareTo(SIGNIFICANT_INTENSITY) >= 0)
                        .count(),
                List.of());
    }

    private static BigDecimal sum(List<HeatmapLevel> levels, Function<HeatmapLevel, BigDecimal> part) {
        return levels.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal weightedPrice(List<HeatmapLevel> levels, Function<HeatmapLevel, BigDecimal> weight) {
        BigDecimal weights = sum(levels, weight);
        return weights.signum() == 0
                ? BigDecimal.ZERO
                : sum(levels, weight, HeatmapLevel::price).divide(weights, MathContext.DECIMAL64);
    }

    private static BigDecimal sum(
            List<HeatmapLevel> levels,
            Function<HeatmapLevel, BigDecimal> factor,
            Function<HeatmapLevel, BigDecimal> times) {
        return levels.stream()
                .map(level -> factor.apply(level).multiply(times.apply(level)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
