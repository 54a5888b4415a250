package io.gort.camel.streams.trade;

import java.util.Locale;
import java.util.Optional;

/** Which positions are at risk in a critical zone. */
public enum ZoneType {
    LONG,
    SHORT,
    MIXED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The zone type of this name, in any letter case. */
    public static Optional<ZoneType> find(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        for (ZoneType type : values()) {
            if (type.wireName.equals(lowerCase)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** How the zone type is written in JSON: {@code long}, {@code short}, {@code mixed}. */
    public String wireName() {
        return wireName;
    }
}
