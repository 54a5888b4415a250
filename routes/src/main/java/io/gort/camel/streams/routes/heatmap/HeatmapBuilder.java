package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.HeatmapSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Turns what a window holds into a heatmap. A pure function: the same state gives the same heatmap.
 *
 * <ul>
 *   <li><b>level</b>: long, short and total volume in USD, exact to the millionth; intensity = total volume / largest
 *       total volume of a level × 100, rounded half up to 4 decimals; the timestamp of the newest event counted there
 *   <li><b>cluster</b> and <b>critical zone</b>: see {@link LevelRuns}
 *   <li><b>summary</b>: the totals are the exact sums of the levels; the weighted average price of a side is
 *       Σ(level price × volume) / Σ(volume) in 16 digits, 0 without volume; the maximum is the level with the largest
 *       total volume, of equal ones the lowest; significant levels have an intensity of 50 or more
 *   <li><b>timestamp</b>: the symbol's clock
 * </ul>
 *
 * <p>An empty window gives a heatmap without levels, clusters and zones, whose numbers are 0. Such a heatmap is not
 * valid on a stream ({@link HeatmapData#violations()}).
 */
public final class HeatmapBuilder {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int INTENSITY_DECIMALS = 4;

    private HeatmapBuilder() {}

    /** The heatmap of a state whose levels are those of {@link PriceGrid#AUTO}. */
    public static HeatmapData build(HeatmapState state) {
        return build(state, PriceGrid.AUTO);
    }

    /**
     * The heatmap of a state.
     *
     * @param grid which levels are neighbours
     */
    public static HeatmapData build(HeatmapState state, PriceGrid grid) {
        List<HeatmapLevel> levels = levels(state.levels());
        List<LevelRuns.Run> runs = LevelRuns.find(levels, grid);
        return new HeatmapData(
                state.symbol(),
                null,
                state.clock(),
                state.interval(),
                state.currentPrice(),
                levels,
                runs.stream().map(run -> run.toCluster(state.symbol())).toList(),
                summary(levels, runs));
    }

    private static List<HeatmapLevel> levels(List<LevelVolume> volumes) {
        BigDecimal largest = volumes.stream().map(HeatmapBuilder::total).reduce(BigDecimal.ZERO, BigDecimal::max);
        return volumes.stream().map(volume -> level(volume, largest)).toList();
    }

    private static HeatmapLevel level(LevelVolume volume, BigDecimal largest) {
        BigDecimal total = total(volume);
        return new HeatmapLevel(
                volume.price(),
                MicroUsd.toUsd(volume.longMicros()),
                MicroUsd.toUsd(volume.shortMicros()),
                total,
                intensity(total, largest),
                volume.timestamp());
    }

    private static BigDecimal total(LevelVolume volume) {
        return MicroUsd.toUsd(volume.longMicros()).add(MicroUsd.toUsd(volume.shortMicros()));
    }

    private static BigDecimal intensity(BigDecimal total, BigDecimal largest) {
        return largest.signum() == 0
                ? BigDecimal.ZERO
                : total.multiply(HUNDRED).divide(largest, INTENSITY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static HeatmapSummary summary(List<HeatmapLevel> levels, List<LevelRuns.Run> runs) {
        HeatmapSummary sums = HeatmapSummary.of(levels);
        return new HeatmapSummary(
                sums.totalLongLiquidations(),
                sums.totalShortLiquidations(),
                sums.maxLiquidationPrice(),
                sums.maxLiquidationVolume(),
                sums.weightedAvgLongPrice(),
                sums.weightedAvgShortPrice(),
                sums.significantLevels(),
                LevelRuns.criticalZones(runs, sums.totalLongLiquidations().add(sums.totalShortLiquidations())));
    }
}
