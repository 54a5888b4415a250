package io.gort.camel.streams.trade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of the trade model. A record may hold wrong values, such as a price of zero; {@link #violations()} tells
 * all of them at once. It never holds null where absence has no meaning, and its amounts are equal when they are equal
 * as numbers: {@code 45000.0} and {@code 45000} make the same record.
 */
public sealed interface TradeRecord
        permits LiquidationEvent, MarketSnapshot, PositionDistribution, OrderBookSnapshot, HeatmapData {

    /** The type of the streams that this record belongs on. */
    DataType dataType();

    /** Where the data comes from; null only for a heatmap over all exchanges. */
    @Nullable
    String exchange();

    /** The instrument, such as {@code BTCUSDT}. */
    String symbol();

    /** When it happened or was measured, in milliseconds since 1970. */
    long timestamp();

    /** Every rule that this record breaks, in the order of its fields; empty for a valid record. */
    List<Violation> violations();

    /**
     * The stream that this record belongs on.
     *
     * @throws IllegalArgumentException if exchange or symbol cannot stand in a stream key
     */
    default StreamName streamName() {
        return new StreamName(dataType(), dataType().hasExchange() ? exchange() : null, symbol());
    }
}
