package io.gort.camel.streams.routes.heatmap;

import java.math.BigDecimal;

/** {@link PriceLevels} as a grid. */
record AutomaticGrid() implements PriceGrid {

    @Override
    public BigDecimal level(BigDecimal price) {
        return PriceLevels.level(price);
    }

    @Override
    public BigDecimal nextLevel(BigDecimal price) {
        return PriceLevels.nextLevel(price);
    }

    @Override
    public String name() {
        return "auto";
    }
}
