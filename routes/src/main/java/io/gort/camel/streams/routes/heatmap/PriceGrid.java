package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts prices into levels without gaps. A level depends on nothing but the price, so every member of a group counts an
 * event at the same level, whatever it saw before.
 */
public interface PriceGrid {

    /** The grid that fits any price: {@link PriceLevels}. */
    PriceGrid AUTO = new AutomaticGrid();

    /**
     * The lower edge of the level that {@code price} falls into; equal numbers are equal objects.
     *
     * @throws IllegalArgumentException if the price is not positive
     */
    BigDecimal level(BigDecimal price);

    /** The upper edge of the level that {@code price} falls into: the lower edge of the next level. */
    BigDecimal nextLevel(BigDecimal price);

    /** How {@link #parse} reads it: {@code auto}, {@code 10}, {@code 25bp}. */
    String name();

    /**
     * The grid that a text names: {@code auto}; a width in the unit of the price, such as {@code 10} or {@code 0.0005}
     * ({@link FixedWidthGrid}); or a share of the price in basis points, such as {@code 25bp} ({@link BasisPointGrid}).
     *
     * @throws IllegalArgumentException if it names none
     */
    static PriceGrid parse(String text) {
        String trimmed = text.trim();
        if (trimmed.equals(AUTO.name())) {
            return AUTO;
        }
        Matcher points = Pattern.compile("([0-9]{1,4})bp").matcher(trimmed);
        if (points.matches()) {
            return new BasisPointGrid(Integer.parseInt(points.group(1)));
        }
        Optional<BigDecimal> width = Decimals.find(trimmed);
        return new FixedWidthGrid(width.orElseThrow(() -> new IllegalArgumentException(
                "levelWidth: '" + text + "' (expected: auto, a width such as 10, or basis points such as 25bp)")));
    }
}
