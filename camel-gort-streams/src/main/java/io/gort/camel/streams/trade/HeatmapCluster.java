package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * Neighbouring levels of a heatmap that belong together.
 *
 * @param symbol          the instrument
 * @param priceRangeStart the lowest price
 * @param priceRangeEnd   the highest price
 * @param levels          its levels, unmodifiable
 * @param totalVolume     their volume, in USD
 * @param peakIntensity   the highest intensity among them, 0 to 100
 * @param updatedAt       when it was computed, in milliseconds since 1970
 */
public record HeatmapCluster(
        String symbol,
        BigDecimal priceRangeStart,
        BigDecimal priceRangeEnd,
        List<HeatmapLevel> levels,
        BigDecimal totalVolume,
        BigDecimal peakIntensity,
        long updatedAt) {

    public HeatmapCluster {
        Objects.requireNonNull(symbol, "symbol");
        priceRangeStart = Decimals.amount("priceRangeStart", priceRangeStart);
        priceRangeEnd = Decimals.amount("priceRangeEnd", priceRangeEnd);
        levels = List.copyOf(levels);
        totalVolume = Decimals.amount("totalVolume", totalVolume);
        peakIntensity = Decimals.amount("peakIntensity", peakIntensity);
    }
}
