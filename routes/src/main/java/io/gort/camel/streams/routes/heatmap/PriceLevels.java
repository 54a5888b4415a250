package io.gort.camel.streams.routes.heatmap;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The grid of price levels that fits any price; {@link PriceGrid#AUTO}.
 *
 * <p>For a price p with 10<sup>k</sup> ≤ p &lt; 10<sup>k+1</sup> and m = p / 10<sup>k</sup>, the width w of its level
 * is
 *
 * <table>
 *   <caption>Level widths</caption>
 *   <tr><th>m</th><th>w</th><th>example</th></tr>
 *   <tr><td>1 ≤ m &lt; 2</td><td>10<sup>k-3</sup></td><td>15 000 → 10</td></tr>
 *   <tr><td>2 ≤ m &lt; 5</td><td>2·10<sup>k-3</sup></td><td>45 000 → 20</td></tr>
 *   <tr><td>5 ≤ m &lt; 10</td><td>5·10<sup>k-3</sup></td><td>64 213 → 50</td></tr>
 * </table>
 *
 * <p>and the level is floor(p / w)·w, which names the range from there (inclusive) to there + w (exclusive). As 1, 2, 5
 * and 10 times 10<sup>k</sup> are multiples of the widths on both of their sides, levels never overlap and leave no
 * gap. All arithmetic is decimal.
 */
public final class PriceLevels {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final int STEPS_EXPONENT = 3;

    private PriceLevels() {}

    /**
     * The width of the level that {@code price} falls into.
     *
     * @throws IllegalArgumentException if the price is not positive
     */
    public static BigDecimal width(BigDecimal price) {
        requirePositive(price);
        int exponent = price.precision() - price.scale() - 1;
        BigDecimal mantissa = price.scaleByPowerOfTen(-exponent);
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent - STEPS_EXPONENT);
        if (mantissa.compareTo(TWO) < 0) {
            return unit;
        }
        return unit.multiply(mantissa.compareTo(FIVE) < 0 ? TWO : FIVE);
    }

    /**
     * The lower edge of the level that {@code price} falls into.
     *
     * @throws IllegalArgumentException if the price is not positive
     */
    public static BigDecimal level(BigDecimal price) {
        BigDecimal width = width(price);
        return plain(price.divide(width, 0, RoundingMode.FLOOR).multiply(width));
    }

    /** The upper edge of the level that {@code price} falls into: the lower edge of the next level. */
    public static BigDecimal nextLevel(BigDecimal price) {
        return plain(level(price).add(width(price)));
    }

    static void requirePositive(BigDecimal price) {
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price: " + price + " (expected: more than zero)");
        }
    }

    /** Equal numbers become equal objects. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
