package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPathTest {

    @Test
    void readsTheStreamsOfAConsumer() {
        assertThat(StreamPath.parse("liquidations:binance:BTCUSDT").forConsumer())
                .containsExactly("liquidations:binance:BTCUSDT");
        assertThat(StreamPath.parse("market:okx:A, any-key,liquidations:*:BTCUSDT")
                        .forConsumer())
                .isEqualTo(List.of("market:okx:A", "any-key", "liquidations:*:BTCUSDT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"liquidations", "heatmap", "heatmap:BTCUSDT", "market:okx:A", "any-key", "dead-letter:{a}"})
    void readsTheStreamOfAProducer(String path) {
        assertThat(StreamPath.parse(path).forProducer()).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", ",", "a,", ",a", "a,,b"})
    void refusesEmptyParts(String path) {
        assertThatThrownBy(() -> StreamPath.parse(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stream: '")
                .hasMessageContaining("expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"liquidations:binance", "heatmap:BTCUSDT:1m", "market:a:b:c", "heatmap:", "a,market:b"})
    void refusesKeysThatOnlyBeginLikeTradeData(String path) {
        assertThatThrownBy(() -> StreamPath.parse(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liquidations", "a,heatmap"})
    void refusesADataTypeForAConsumer(String path) {
        StreamPath parsed = StreamPath.parse(path);

        assertThatThrownBy(parsed::forConsumer)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for a consumer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "liquidations:*:BTCUSDT", "*"})
    void refusesSeveralStreamsForAProducer(String path) {
        StreamPath parsed = StreamPath.parse(path);

        assertThatThrownBy(parsed::forProducer)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stream: " + path + " (expected: one stream for a producer)");
    }

    @Test
    void allowsSeveralStreamsForOperationsThatTakeThem() {
        StreamPath several = StreamPath.parse("a, liquidations:*:BTCUSDT");

        assertThat(several.forProducer(GortStreamsOperation.trim)).isEqualTo("a,liquidations:*:BTCUSDT");
        assertThatThrownBy(() -> several.forProducer(GortStreamsOperation.length))
                .hasMessageEndingWith("(expected: one stream for a producer)");
    }
}
