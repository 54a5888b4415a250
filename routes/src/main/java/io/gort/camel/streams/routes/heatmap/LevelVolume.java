package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Position;
import java.math.BigDecimal;

/**
 * What was liquidated at one price level. Volumes are whole millionths of a dollar (micro-USD).
 *
 * @param price       the lower edge of the level, by a {@link PriceGrid}
 * @param longMicros  the volume of long positions
 * @param shortMicros the volume of short positions
 * @param timestamp   the largest timestamp of an event counted here, in milliseconds since 1970
 */
public record LevelVolume(BigDecimal price, long longMicros, long shortMicros, long timestamp) {

    public LevelVolume {
        if (longMicros < 0 || shortMicros < 0) {
            throw new IllegalArgumentException(
                    "volume: " + Math.min(longMicros, shortMicros) + " (expected: zero or more)");
        }
    }

    /** What one event adds. */
    public static LevelVolume of(LiquidationEvent event, PriceGrid grid) {
        long micros = MicroUsd.of(event.notionalValue());
        boolean isLong = event.liquidatedPosition() == Position.LONG;
        return new LevelVolume(grid.level(event.price()), isLong ? micros : 0, isLong ? 0 : micros, event.timestamp());
    }

    /** Both together; the price of {@code this} stays. */
    public LevelVolume plus(LevelVolume other) {
        return new LevelVolume(
                price,
                MicroUsd.sum(longMicros, other.longMicros),
                MicroUsd.sum(shortMicros, other.shortMicros),
                Math.max(timestamp, other.timestamp));
    }
}
