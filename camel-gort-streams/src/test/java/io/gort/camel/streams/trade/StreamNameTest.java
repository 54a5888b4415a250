package io.gort.camel.streams.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamNameTest {

    @ParameterizedTest
    @CsvSource({
        "liquidations:binance:BTCUSDT, LIQUIDATIONS, binance, BTCUSDT",
        "market:okx:BTC-USDT-SWAP, MARKET, okx, BTC-USDT-SWAP",
        "positions:bybit:{ETHUSDT}, POSITIONS, bybit, {ETHUSDT}",
        "orderbook:deribit:币安人生USDT, ORDERBOOK, deribit, 币安人生USDT",
        "heatmap:BTCUSDT, HEATMAP, , BTCUSDT"
    })
    void readsAndWritesKeys(String key, DataType type, String exchange, String symbol) {
        StreamName name = StreamName.parse(key);

        assertThat(name).isEqualTo(new StreamName(type, exchange, symbol));
        assertThat(name.key()).isEqualTo(key);
        assertThat(StreamName.find(key)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "any-key",
                "liquidations",
                "liquidations:binance",
                "liquidations:binance:BTC:USDT",
                "LIQUIDATIONS:a:b",
                "heatmap",
                "heatmap:BTCUSDT:1m",
                "heatmap:cache:BTCUSDT:1m",
                "dead-letter:liquidations:a:b",
                "market::X",
                "market:okx:",
                "heatmap:",
                "liquidations:*:BTCUSDT",
                "market:a,b:c",
                "market:a b:c",
                "market:a:b\u00a0"
            })
    void findsNothingInOtherKeys(String key) {
        assertThat(StreamName.find(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "liquidations::BTCUSDT, liquidations:{exchange}:{symbol}",
        "heatmap:BTCUSDT:1m, heatmap:{symbol}",
        "any-key, heatmap:{symbol}"
    })
    void namesTheKeyAndTheExpectedForm(String key, String form) {
        assertThatThrownBy(() -> StreamName.parse(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'")
                .hasMessageContaining("expected: ")
                .hasMessageContaining(form);
    }

    @Test
    void refusesWrongSegments() {
        assertThatThrownBy(() -> new StreamName(DataType.MARKET, null, "BTCUSDT"))
                .hasMessage("exchange: none (expected: market:{exchange}:{symbol})");
        assertThatThrownBy(() -> new StreamName(DataType.MARKET, "okx", "BTC USDT"))
                .hasMessageContaining("symbol: 'BTC USDT' (expected: ");
        assertThatThrownBy(() -> new StreamName(DataType.HEATMAP, "okx", "BTCUSDT"))
                .hasMessageContaining("exchange: 'okx' (expected: none");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsFoundByItsPrefix(DataType type) {
        assertThat(DataType.of(type.prefix())).contains(type);
        assertThat(DataType.of(type.prefix() + "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIQUIDATIONS, 10000", "MARKET, 1000", "POSITIONS, 5000", "ORDERBOOK, 100", "HEATMAP, 100"})
    void typesHaveDefaultLengths(DataType type, long length) {
        assertThat(type.defaultLength()).isEqualTo(length);
    }
}
