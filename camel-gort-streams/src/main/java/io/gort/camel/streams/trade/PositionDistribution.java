package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * The positions that would be liquidated at a price level.
 *
 * @param exchange       where they are open
 * @param symbol         the instrument
 * @param timestamp      when it was measured, in milliseconds since 1970
 * @param priceLevel     the price, above zero
 * @param longPositions  the long ones
 * @param shortPositions the short ones
 */
public record PositionDistribution(
        String exchange,
        String symbol,
        long timestamp,
        BigDecimal priceLevel,
        PositionSide longPositions,
        PositionSide shortPositions)
        implements TradeRecord {

    public PositionDistribution {
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(longPositions, "longPositions");
        Objects.requireNonNull(shortPositions, "shortPositions");
        priceLevel = Decimals.amount("priceLevel", priceLevel);
    }

    @Override
    public DataType dataType() {
        return DataType.POSITIONS;
    }

    @Override
    public List<Violation> violations() {
        return Rules.common(this).aboveZero("price_level", priceLevel).violations();
    }
}
