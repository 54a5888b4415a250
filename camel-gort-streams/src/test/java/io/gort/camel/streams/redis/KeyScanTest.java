package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyScanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "liquidations:*:BTCUSDT | liquidations:*:BTCUSDT",
                "*                      | *",
                "a?c                    | a\\?c",
                "a[b-d]*                | a\\[b-d\\]*",
                "a\\*                   | a\\\\*",
                "dead-letter:{a}:é      | dead-letter:{a}:é"
            })
    void leavesOnlyTheStarSpecial(String pattern, String glob) {
        assertThat(KeyScan.glob(pattern)).isEqualTo(glob);
    }
}
