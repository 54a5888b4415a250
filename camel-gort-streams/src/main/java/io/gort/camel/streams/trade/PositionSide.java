package io.gort.camel.streams.trade;

import java.math.BigDecimal;

/**
 * The open positions of one direction at a price level.
 *
 * @param count       how many positions
 * @param volume      their volume
 * @param avgLeverage their average leverage: 10 is tenfold
 */
public record PositionSide(long count, BigDecimal volume, BigDecimal avgLeverage) {

    public PositionSide {
        volume = Decimals.amount("volume", volume);
        avgLeverage = Decimals.amount("avgLeverage", avgLeverage);
    }
}
