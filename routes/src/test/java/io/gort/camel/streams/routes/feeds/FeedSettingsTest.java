package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {

    @Test
    void areReadFromText() {
        assertThat(FeedSettings.parse(" BTC-USDT-SWAP , ETH-USDT-SWAP,", "A=B, C = D", "BTC-USDT-SWAP=0.01"))
                .isEqualTo(new FeedSettings(
                        Set.of("BTC-USDT-SWAP", "ETH-USDT-SWAP"),
                        Map.of("A", "B", "C", "D"),
                        Map.of("BTC-USDT-SWAP", new BigDecimal("0.01"))));
        assertThat(FeedSettings.parse("", "", "")).isEqualTo(FeedSettings.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbolNames    | BTCUSDT | 'symbolNames: BTCUSDT (expected: instrument=value, with commas between)'",
                "symbolNames    | =B      | 'symbolNames: =B (expected: instrument=value, with commas between)'",
                "contractValues | A=ten   | 'contractValues: ten (expected: a number)'",
                "contractValues | A=0     | 'contractValues: A=0 (expected: values above zero)'",
            })
    void tellWhatIsWrong(String option, String text, String message) {
        boolean isSymbols = option.equals("symbolNames");

        assertThatThrownBy(() -> FeedSettings.parse("", isSymbols ? text : "", isSymbols ? "" : text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
