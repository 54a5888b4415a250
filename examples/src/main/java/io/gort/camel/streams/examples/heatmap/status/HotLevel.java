package io.gort.camel.streams.examples.heatmap.status;

import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * The level of a heatmap with the largest volume.
 *
 * @param symbol      the instrument
 * @param price       the lower edge of the level
 * @param longVolume  what was liquidated of long positions there, in USD
 * @param shortVolume what was liquidated of short positions there, in USD
 */
public record HotLevel(String symbol, BigDecimal price, BigDecimal longVolume, BigDecimal shortVolume) {

    /** Largest volume first. */
    public static final Comparator<HotLevel> HOTTEST_FIRST =
            Comparator.comparing(HotLevel::volume).reversed().thenComparing(HotLevel::symbol);

    /** The hottest level of a heatmap; empty for one without levels. */
    public static Optional<HotLevel> of(HeatmapData heatmap) {
        return heatmap.levels().stream()
                .max(Comparator.comparing(HeatmapLevel::totalVolume))
                .map(level -> new HotLevel(
                        heatmap.symbol(), level.price(), level.longLiquidations(), level.shortLiquidations()));
    }

    BigDecimal volume() {
        return longVolume.add(shortVolume);
    }
}
