package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.CriticalZone;
import io.gort.camel.streams.trade.HeatmapCluster;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.ZoneType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs of significant neighbouring levels, and what they become.
 *
 * <ul>
 *   <li>A level is <b>significant</b> with an intensity of 50 or more: at least half of the largest volume.
 *   <li>Two levels are <b>neighbours</b> when the upper edge of the lower one is the price of the other one, by the
 *       {@link PriceGrid}.
 *   <li>A <b>cluster</b> is a longest possible run of significant neighbours; one level alone is a cluster too. Its range
 *       goes from the price of its lowest level to the upper edge of its highest level, its volume is the sum and its
 *       peak the largest intensity of its levels, and it was updated at the largest timestamp of its levels.
 *   <li>A <b>critical zone</b> is a cluster with at least a tenth of the whole heatmap's volume. Its type is long when at
 *       least two thirds of its volume are long liquidations, short when at least two thirds are short ones, else
 *       mixed. Its intensity is the cluster's peak.
 * </ul>
 */
final class LevelRuns {

    private static final BigDecimal SIGNIFICANT_INTENSITY = BigDecimal.valueOf(50);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal TEN = BigDecimal.TEN;

    private LevelRuns() {}

    /**
     * Neighbouring levels.
     *
     * @param levels ascending, at least one
     * @param end    the upper edge of the highest one
     */
    record Run(List<HeatmapLevel> levels, BigDecimal end) {

        HeatmapCluster toCluster(String symbol) {
            return new HeatmapCluster(
                    symbol,
                    start(),
                    end,
                    levels,
                    sum(HeatmapLevel::totalVolume),
                    peak(),
                    levels.stream().mapToLong(HeatmapLevel::timestamp).max().orElse(0));
        }

        CriticalZone toZone() {
            return new CriticalZone(start(), end, type(), peak(), sum(HeatmapLevel::totalVolume));
        }

        private BigDecimal start() {
            return levels.get(0).price();
        }

        private BigDecimal peak() {
            return levels.stream().map(HeatmapLevel::intensity).reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        private ZoneType type() {
            BigDecimal longs = sum(HeatmapLevel::longLiquidations);
            BigDecimal shorts = sum(HeatmapLevel::shortLiquidations);
            if (longs.compareTo(shorts.multiply(TWO)) >= 0) {
                return ZoneType.LONG;
            }
            return shorts.compareTo(longs.multiply(TWO)) >= 0 ? ZoneType.SHORT : ZoneType.MIXED;
        }

        private BigDecimal sum(Function<HeatmapLevel, BigDecimal> part) {
            return levels.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The runs among levels that ascend by price. */
    static List<Run> find(List<HeatmapLevel> levels, PriceGrid grid) {
        List<Run> runs = new ArrayList<>();
        List<HeatmapLevel> run = new ArrayList<>();
        BigDecimal end = BigDecimal.ZERO;
        for (HeatmapLevel level : levels) {
            if (level.intensity().compareTo(SIGNIFICANT_INTENSITY) < 0) {
                continue;
            }
            if (!run.isEmpty() && end.compareTo(level.price()) != 0) {
                runs.add(new Run(List.copyOf(run), end));
                run.clear();
            }
            run.add(level);
            end = grid.nextLevel(level.price());
        }
        if (!run.isEmpty()) {
            runs.add(new Run(List.copyOf(run), end));
        }
        return runs;
    }

    /** The runs that hold at least a tenth of {@code volume}. */
    static List<CriticalZone> criticalZones(List<Run> runs, BigDecimal volume) {
        return runs.stream()
                .map(Run::toZone)
                .filter(zone -> zone.volume().multiply(TEN).compareTo(volume) >= 0)
                .toList();
    }
}
