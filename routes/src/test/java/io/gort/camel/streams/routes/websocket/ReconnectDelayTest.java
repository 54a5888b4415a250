package io.gort.camel.streams.routes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconnectDelayTest {

    private final ReconnectDelay delay = new ReconnectDelay(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 2000", "5, 16000", "6, 30000", "1000000, 30000"})
    void doublesUpToItsLimit(int failures, long expected) {
        assertThat(delay.after(failures, () -> 1)).hasMillis(expected);
        assertThat(delay.after(failures, () -> 0)).hasMillis(expected / 2);
    }

    @Test
    void tellsWhatIsWrong() {
        assertThatThrownBy(() -> new ReconnectDelay(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessage("reconnectDelay: PT0S (expected: at least one millisecond)");
        assertThatThrownBy(() -> new ReconnectDelay(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessage("maxReconnectDelay: PT1S (expected: not below reconnectDelay, PT2S)");
    }
}
