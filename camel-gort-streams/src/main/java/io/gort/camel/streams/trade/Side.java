package io.gort.camel.streams.trade;

import java.util.Locale;
import java.util.Optional;

/**
 * The side of a liquidation. Two vocabularies are in use: the position that was liquidated ({@code long},
 * {@code short}), and Binance's side of the forced order ({@code SELL} closes a long, {@code BUY} closes a short).
 */
public enum Side {
    LONG("long", Position.LONG),
    SHORT("short", Position.SHORT),
    BUY("BUY", Position.SHORT),
    SELL("SELL", Position.LONG);

    private final String wireName;
    private final Position liquidatedPosition;

    Side(String wireName, Position liquidatedPosition) {
        this.wireName = wireName;
        this.liquidatedPosition = liquidatedPosition;
    }

    /** The side of this name, in any letter case. */
    public static Optional<Side> find(String name) {
        String upperCase = name.toUpperCase(Locale.ROOT);
        for (Side side : values()) {
            if (side.name().equals(upperCase)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }

    /** How the side is written on streams. */
    public String wireName() {
        return wireName;
    }

    /** The position that was liquidated. */
    public Position liquidatedPosition() {
        return liquidatedPosition;
    }
}
