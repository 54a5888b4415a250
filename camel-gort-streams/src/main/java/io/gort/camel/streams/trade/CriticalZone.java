package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A range of prices where much would be liquidated.
 *
 * @param priceStart the lowest price
 * @param priceEnd   the highest price
 * @param type       which positions are at risk
 * @param intensity  0 to 100
 * @param volume     what would be liquidated, in USD
 */
public record CriticalZone(
        BigDecimal priceStart, BigDecimal priceEnd, ZoneType type, BigDecimal intensity, BigDecimal volume) {

    public CriticalZone {
        Objects.requireNonNull(type, "type");
        priceStart = Decimals.amount("priceStart", priceStart);
        priceEnd = Decimals.amount("priceEnd", priceEnd);
        intensity = Decimals.amount("intensity", intensity);
        volume = Decimals.amount("volume", volume);
    }
}
