package io.gort.camel.streams.routes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.routes.feeds.Venue;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedConnectionSettingsTest {

    @Test
    void acceptsTheShortestTimesThereAre() {
        FeedConnectionSettings settings = settings("ws://localhost/feed", 1, 1, 2, 1, 1);

        assertThat(settings.reconnectDelay().after(1)).hasMillis(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://x/y | 1 | 1 | 2 | 1 | 1 | url: 'https://x/y' (expected: an address such as wss://host/path)",
                "wss://x/y | 0 | 1 | 2 | 1 | 1 | connectTimeout: PT0S (expected: at least one millisecond)",
                "wss://x/y | 1 | 0 | 2 | 1 | 1 | keepAlive: PT0S (expected: at least one millisecond)",
                "wss://x/y | 1 | 1 | 1 | 1 | 1 | maxSilence: PT0.001S (expected: longer than keepAlive, PT0.001S)",
                "wss://x/y | 1 | 1 | 2 | 0 | 1 | reconnectDelay: PT0S (expected: at least one millisecond)",
                "wss://x/y | 1 | 1 | 2 | 2000 | 1000"
                        + " | maxReconnectDelay: PT1S (expected: not below reconnectDelay, PT2S)"
            })
    void tellsWhatIsWrong(
            String url,
            long connectTimeout,
            long keepAlive,
            long maxSilence,
            long reconnectDelay,
            long maxReconnectDelay,
            String message) {
        assertThatThrownBy(
                        () -> settings(url, connectTimeout, keepAlive, maxSilence, reconnectDelay, maxReconnectDelay))
                .hasMessage(message);
    }

    private static FeedConnectionSettings settings(
            String url,
            long connectTimeout,
            long keepAlive,
            long maxSilence,
            long reconnectDelay,
            long maxReconnectDelay) {
        return new FeedConnectionSettings(
                Venue.BINANCE,
                URI.create(url),
                Set.of(),
                Duration.ofMillis(connectTimeout),
                Duration.ofMillis(keepAlive),
                Duration.ofMillis(maxSilence),
                new BackOff(Duration.ofMillis(reconnectDelay), Duration.ofMillis(maxReconnectDelay), () -> 0));
    }
}
