package io.gort.camel.streams.trade;

import java.util.Locale;
import java.util.Optional;

/** Why a position was closed by force. */
public enum OrderType {
    /** The margin was used up. */
    LIQUIDATION,
    /** Auto-deleveraging: the counterparty of a liquidation that the market could not take. */
    ADL,
    /** The position was closed at its bankruptcy price. */
    BANKRUPTCY;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The order type of this name, in any letter case. */
    public static Optional<OrderType> find(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        for (OrderType type : values()) {
            if (type.wireName.equals(lowerCase)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** How the order type is written on streams: {@code liquidation}, {@code adl}, {@code bankruptcy}. */
    public String wireName() {
        return wireName;
    }
}
