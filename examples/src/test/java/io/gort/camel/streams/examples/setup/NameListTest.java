package io.gort.camel.streams.examples.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameListTest {

    @Test
    void separatesByCommasAndSpacesAndTakesEachNameOnce() {
        assertThat(names(" BTCUSDT, ETHUSDT 币安人生USDT,BTCUSDT ")).containsExactly("BTCUSDT", "ETHUSDT", "币安人生USDT");
    }

    @Test
    void takesTheDefaultOnlyWhenUnset() {
        assertThat(NameList.from(Map.of(), "GORT_SYMBOLS", List.of("X"))).containsExactly("X");
        assertThatIllegalArgumentException().isThrownBy(() -> names(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,,B", ",A", "A,", "A:B", "A*", "{A}", "A\u00a0B", "A\u200bB", "A\u0007", "$A", "A\uFFFD"})
    void refusesWhatIsNoName(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names(text))
                .withMessageStartingWith("GORT_SYMBOLS: '")
                .withMessageContaining("(expected: names separated by commas or spaces");
    }

    @Test
    void namesTheOddOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names("BTCUSDT ETH:USDT"))
                .withMessageStartingWith("GORT_SYMBOLS: 'ETH:USDT' (expected:");
    }

    private static List<String> names(String text) {
        return NameList.from(Map.of("GORT_SYMBOLS", text), "GORT_SYMBOLS", List.of());
    }
}
