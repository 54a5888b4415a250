package io.gort.camel.streams.routes.feeds;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much was liquidated.
 *
 * @param quantity in the coin that is traded
 * @param value    in USD, of which USDT and USDC are taken for equal
 */
record Size(BigDecimal quantity, BigDecimal value) {

    /** Of a linear contract, whose size is told in the coin. The value is exact. */
    static Size ofCoins(BigDecimal coins, BigDecimal price) {
        return new Size(coins, coins.multiply(price));
    }

    /** Of an inverse contract, whose size is told in USD. The quantity has 16 digits. */
    static Size ofUsd(BigDecimal usd, BigDecimal price) {
        return new Size(usd.divide(price, MathContext.DECIMAL64), usd);
    }
}
