package io.gort.camel.streams.testkit.exchange;

import java.math.BigDecimal;

/**
 * What happened on a fake exchange.
 *
 * @param time    when, in milliseconds since 1970
 * @param wasLong whether the position was a long
 * @param price   in USD
 * @param coins   how much
 */
public record Liquidation(long time, boolean wasLong, BigDecimal price, BigDecimal coins) {

    private static final long FIRST = 1_757_000_000_000L;

    /** One that differs from that of any other number. */
    public static Liquidation number(int number) {
        return new Liquidation(
                FIRST + number,
                number % 2 == 0,
                BigDecimal.valueOf(45_000L + number),
                BigDecimal.valueOf(100L + number, 3));
    }
}
