package io.gort.camel.streams.routes.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceLevelsTest {

    @ParameterizedTest
    @CsvSource({
        "1,           0.001,  1",
        "1.9999,      0.001,  1.999",
        "2,           0.002,  2",
        "4.9999,      0.002,  4.998",
        "5,           0.005,  5",
        "9.9999,      0.005,  9.995",
        "10,          0.01,   10",
        "15003.7,     10,     15000",
        "45000.0,     20,     45000",
        "45019.99,    20,     45000",
        "64213.5,     50,     64200",
        "0.5234,      0.0005, 0.523",
        "1e-9,        1e-12,  0.000000001",
        "0.00001234,  1e-8,   0.00001234",
        "1e21,        1e18,   1000000000000000000000",
        "2.5e21,      2e18,   2500000000000000000000",
    })
    void putsPriceOnItsLevel(BigDecimal price, BigDecimal width, String level) {
        assertThat(PriceLevels.width(price)).isEqualByComparingTo(width);
        assertThat(PriceLevels.level(price).toPlainString()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.999", "4.998", "9.995", "199.9", "64200", "0.000000001"})
    void givesEachLevelItselfAndTheNextOneAsItsUpperEdge(BigDecimal level) {
        BigDecimal next = PriceLevels.nextLevel(level);

        assertThat(PriceLevels.level(level)).isEqualTo(level);
        assertThat(PriceLevels.level(next)).isEqualTo(next);
        assertThat(next.subtract(level)).isEqualByComparingTo(PriceLevels.width(level));
    }

    @Test
    void writesEqualPricesAsOneLevel() {
        assertThat(PriceLevels.level(new BigDecimal("4.5E+4")))
                .isEqualTo(PriceLevels.level(new BigDecimal("45000.000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-0.5"})
    void refusesPriceThatIsNotPositive(BigDecimal price) {
        assertThatThrownBy(() -> PriceLevels.level(price)).hasMessageContaining("more than zero");
    }
}
