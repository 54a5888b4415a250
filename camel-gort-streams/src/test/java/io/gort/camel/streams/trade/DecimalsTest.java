package io.gort.camel.streams.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "45000, 45000",
        "45000.0, 45000",
        "+45000.10, 45000.1",
        "5.99e-05, 0.0000599",
        "1e-9, 0.000000001",
        "1e21, 1000000000000000000000",
        "-0.000125, -0.000125",
        "0.0, 0",
        "-0, 0",
        "0e999999, 0",
        ".5, 0.5",
        "1.757E12, 1757000000000",
        "0.1000000000000000055511151231257827, 0.1000000000000000055511151231257827"
    })
    void writesShortestPlainForm(String text, String plain) {
        assertThat(Decimals.plain(Decimals.parse(text))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "1,000",
                "1 000",
                " 1",
                "1 ",
                "1\n",
                "NaN",
                "Infinity",
                "-inf",
                "0x10",
                "1_000",
                "1.2.3",
                "--1",
                "e5",
                ".",
                "1e",
                "١٢٣",
                "１",
                "1f",
                "1d",
                "null",
                "1e309",
                "-1e400",
                "1e-400",
                "1e1000000000",
                "1e-1000000000",
                "1e99999999999999999999"
            })
    void rejectsWhatIsNotANumber(String text) {
        assertThat(Decimals.find(text)).isEmpty();
        assertThatThrownBy(() -> Decimals.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' (expected: a decimal number)");
    }

    @Test
    void rejectsEndlessText() {
        assertThat(Decimals.find("1".repeat(1_000_000))).isEmpty();
        assertThat(Decimals.find("0." + "0".repeat(2_000) + "1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1757000000000, 1757000000000", "1757000000000.0, 1757000000000", "1.757E12, 1757000000000", "-3, -3"})
    void readsIntegersHoweverWritten(String text, long integer) {
        assertThat(Decimals.findLong(text)).hasValue(integer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "9223372036854775808", "1e300", "abc", ""})
    void rejectsWhatIsNotAnInteger(String text) {
        assertThat(Decimals.findLong(text)).isEmpty();
    }

    @Test
    void refusesToExpandHugeNumbers() {
        assertThatThrownBy(() -> Decimals.plain(new BigDecimal("1e1000000000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("range of a double");
    }

    @Property
    void readsBackWhatItWrote(@ForAll BigDecimal value) {
        String plain = Decimals.plain(value);

        assertThat(plain).matches("-?[0-9]+(\\.[0-9]*[1-9])?");
        assertThat(Decimals.parse(plain)).isEqualByComparingTo(value).isEqualTo(Decimals.normal(value));
    }

    @Property
    void readsEveryFiniteDouble(@ForAll double value) {
        assertThat(Decimals.parse(Double.toString(value)).doubleValue()).isEqualTo(value + 0.0);
    }

    @Property
    void neverFailsOnAnyText(@ForAll String text) {
        assertThat(Decimals.find(text).map(Decimals::isInRange).orElse(true)).isTrue();
    }
}
