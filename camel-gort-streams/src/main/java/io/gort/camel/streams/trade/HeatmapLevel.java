package io.gort.camel.streams.trade;

import java.math.BigDecimal;

/**
 * What would be liquidated at one price.
 *
 * @param price             the price
 * @param longLiquidations  the volume of long positions, in USD
 * @param shortLiquidations the volume of short positions, in USD
 * @param totalVolume       both, in USD
 * @param intensity         the volume in percent of the heatmap's largest, 0 to 100
 * @param timestamp         when the level was computed, in milliseconds since 1970
 */
public record HeatmapLevel(
        BigDecimal price,
        BigDecimal longLiquidations,
        BigDecimal shortLiquidations,
        BigDecimal totalVolume,
        BigDecimal intensity,
        long timestamp) {

    public HeatmapLevel {
        price = Decimals.amount("price", price);
        longLiquidations = Decimals.amount("longLiquidations", longLiquidations);
        shortLiquidations = Decimals.amount("shortLiquidations", shortLiquidations);
        totalVolume = Decimals.amount("totalVolume", totalVolume);
        intensity = Decimals.amount("intensity", intensity);
    }
}
