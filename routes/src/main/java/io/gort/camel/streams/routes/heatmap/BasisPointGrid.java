package io.gort.camel.streams.routes.heatmap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Levels whose width is a share of the price. With b basis points the edges are e(n) = (1 + b / 10 000)<sup>n</sup> for
 * all integers n, each rounded half up to 6 significant digits; the level of a price p is the largest e(n) ≤ p, and its
 * upper edge is e(n + 1). All arithmetic that decides is decimal.
 *
 * @param points the width in basis points (hundredths of a percent), 1 to 1000
 */
record BasisPointGrid(int points) implements PriceGrid {

    /** Enough to tell neighbouring edges apart at one basis point. */
    private static final MathContext EDGE = new MathContext(6, RoundingMode.HALF_UP);

    private static final int LARGEST = 1000;

    BasisPointGrid {
        if (points < 1 || points > LARGEST) {
            throw new IllegalArgumentException("levelWidth: " + points + "bp (expected: 1bp to " + LARGEST + "bp)");
        }
    }

    @Override
    public BigDecimal level(BigDecimal price) {
        return edge(step(price));
    }

    @Override
    public BigDecimal nextLevel(BigDecimal price) {
        return edge(step(price) + 1);
    }

    @Override
    public String name() {
        return points + "bp";
    }

    private int step(BigDecimal price) {
        PriceLevels.requirePositive(price);
        // a guess in floating point, which may be off at an edge; the comparisons decide
        int step = (int) Math.floor(Math.log(price.doubleValue()) / Math.log(ratio().doubleValue()));
        while (edge(step).compareTo(price) > 0) {
            step--;
        }
        while (edge(step + 1).compareTo(price) <= 0) {
            step++;
        }
        return step;
    }

    private BigDecimal edge(int step) {
        return PriceLevels.plain(ratio().pow(step, MathContext.DECIMAL128).round(EDGE));
    }

    private BigDecimal ratio() {
        return BigDecimal.ONE.add(BigDecimal.valueOf(points, 4));
    }
}
