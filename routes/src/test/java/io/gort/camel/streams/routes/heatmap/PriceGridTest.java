package io.gort.camel.streams.routes.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceGridTest {

    @ParameterizedTest
    @CsvSource({
        "auto,    64213.7, 64200,   64250",
        "10,      64213.7, 64210,   64220",
        "10.0,    64210,   64210,   64220",
        "0.0005,  0.12345, 0.123,   0.1235",
        "10,      3,       0,       10",
        "100bp,   1,       1,       1.01",
        "100bp,   1.0099,  1,       1.01",
        "100bp,   0.995,   0.990099, 1",
        "25bp,    64213.7, 64130.2, 64290.5",
        "1000bp,  1e-9,    0.000000000947097, 0.00000000104181",
    })
    void findsTheLevelOfAPrice(String text, BigDecimal price, String level, String next) {
        PriceGrid grid = PriceGrid.parse(text);

        assertThat(grid.level(price).toPlainString()).isEqualTo(level);
        assertThat(grid.nextLevel(price).toPlainString()).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wide", "0", "-1", "0bp", "1001bp", "2.5bp", "bp", "1,000"})
    void refusesWhatIsNoGrid(String text) {
        assertThatThrownBy(() -> PriceGrid.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("levelWidth: ")
                .hasMessageContaining("(expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "10", "25bp"})
    void refusesPricesThatAreNotPositive(String text) {
        assertThatThrownBy(() -> PriceGrid.parse(text).level(BigDecimal.ZERO)).hasMessageContaining("price: 0");
    }

    @Test
    void hasTheNameThatItWasReadFrom() {
        assertThat(PriceGrid.parse("auto").name()).isEqualTo("auto");
        assertThat(PriceGrid.parse("10.00").name()).isEqualTo("10");
        assertThat(PriceGrid.parse("25bp").name()).isEqualTo("25bp");
    }

    @Property
    void levelsOfBasisPointsLeaveNoGap(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long unscaled,
            @ForAll @IntRange(max = 12) int scale,
            @ForAll @IntRange(min = 1, max = 1000) int points) {
        noGap(new BasisPointGrid(points), BigDecimal.valueOf(unscaled, scale));
    }

    @Property
    void levelsOfOneWidthLeaveNoGap(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long unscaled,
            @ForAll @IntRange(max = 12) int scale,
            @ForAll @LongRange(min = 1, max = 100_000) long width) {
        noGap(new FixedWidthGrid(BigDecimal.valueOf(width, 4)), BigDecimal.valueOf(unscaled, scale));
    }

    private static void noGap(PriceGrid grid, BigDecimal price) {
        BigDecimal level = grid.level(price);
        BigDecimal next = grid.nextLevel(price);

        assertThat(price).isGreaterThanOrEqualTo(level).isLessThan(next);
        assertThat(grid.nextLevel(level)).isEqualTo(next);
        assertThat(grid.level(next)).isEqualTo(next);
    }
}
