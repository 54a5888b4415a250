package io.gort.camel.streams.routes.heatmap;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Levels of one width w: the level of a price p is floor(p / w)·w, which names the range from there (inclusive) to
 * there + w (exclusive). The lowest level is 0.
 *
 * @param width the width, in the unit of the price
 */
record FixedWidthGrid(BigDecimal width) implements PriceGrid {

    FixedWidthGrid {
        if (width.signum() <= 0) {
            throw new IllegalArgumentException("levelWidth: " + width + " (expected: more than zero)");
        }
        width = PriceLevels.plain(width);
    }

    @Override
    public BigDecimal level(BigDecimal price) {
        PriceLevels.requirePositive(price);
        return PriceLevels.plain(price.divide(width, 0, RoundingMode.FLOOR).multiply(width));
    }

    @Override
    public BigDecimal nextLevel(BigDecimal price) {
        return price.signum() == 0 ? width : PriceLevels.plain(level(price).add(width));
    }

    @Override
    public String name() {
        return width.toPlainString();
    }
}
