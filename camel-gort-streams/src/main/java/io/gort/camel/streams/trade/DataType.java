package io.gort.camel.streams.trade;

import java.util.Optional;

/** The kinds of typed streams. The first segment of a stream key tells the type. */
public enum DataType {
    /** Forced orders: {@code liquidations:{exchange}:{symbol}}. */
    LIQUIDATIONS("liquidations", 10_000, LiquidationEvent.class),
    /** Prices, funding and open interest: {@code market:{exchange}:{symbol}}. */
    MARKET("market", 1_000, MarketSnapshot.class),
    /** Open positions at a price level: {@code positions:{exchange}:{symbol}}. */
    POSITIONS("positions", 5_000, PositionDistribution.class),
    /** Bids and asks: {@code orderbook:{exchange}:{symbol}}. */
    ORDERBOOK("orderbook", 100, OrderBookSnapshot.class),
    /** Liquidation heatmaps over all exchanges: {@code heatmap:{symbol}}. */
    HEATMAP("heatmap", 100, HeatmapData.class);

    private final String prefix;
    private final long defaultLength;
    private final Class<? extends TradeRecord> recordType;

    DataType(String prefix, long defaultLength, Class<? extends TradeRecord> recordType) {
        this.prefix = prefix;
        this.defaultLength = defaultLength;
        this.recordType = recordType;
    }

    /** The type with this prefix, written exactly so. */
    public static Optional<DataType> of(String prefix) {
        for (DataType type : values()) {
            if (type.prefix.equals(prefix)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The first segment of the stream keys of this type. */
    public String prefix() {
        return prefix;
    }

    /** The approximate number of entries to which a stream of this type is trimmed unless asked otherwise. */
    public long defaultLength() {
        return defaultLength;
    }

    /** The record that an entry of this type becomes. */
    public Class<? extends TradeRecord> recordType() {
        return recordType;
    }

    /** Whether the stream key has an exchange before the symbol. */
    public boolean hasExchange() {
        return this != HEATMAP;
    }

    /** The form of the stream keys of this type, for messages: {@code market:{exchange}:{symbol}}. */
    public String keyForm() {
        return hasExchange() ? prefix + ":{exchange}:{symbol}" : prefix + ":{symbol}";
    }
}
