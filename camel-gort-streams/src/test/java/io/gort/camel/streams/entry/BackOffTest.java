package io.gort.camel.streams.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0.0, 100",
        "2, 0.0, 200",
        "3, 0.0, 400",
        "6, 0.0, 3200",
        "7, 0.0, 5000",
        "1000, 0.0, 5000",
        "2147483647, 0.0, 5000",
        "1, 0.5, 75",
        "1, 1.0, 50",
        "1000, 1.0, 2500"
    })
    void doublesUpToTheLimitLessARandomPart(int failures, double random, long expectedMillis) {
        BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5), () -> random);

        assertThat(backOff.after(failures)).isEqualTo(Duration.ofMillis(expectedMillis));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "1, 1.0"})
    void neverWaitsForNothing(long firstMillis, double random) {
        BackOff backOff = new BackOff(Duration.ofMillis(firstMillis), Duration.ofSeconds(5), () -> random);

        assertThat(backOff.after(1)).isEqualTo(Duration.ofMillis(1));
    }
}
