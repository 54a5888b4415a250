package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.InvalidEntryException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTargetTest {

    @ParameterizedTest
    @CsvSource({
        "any-key,              ,    ,        ,        , any-key",
        "market:okx:A,         ,    , binance, B      , market:okx:A",
        "market,            okx, A  ,        ,        , market:okx:A",
        "market,               ,    , okx    , A      , market:okx:A",
        "market,            okx, A  , binance, B      , market:okx:A",
        "market,            okx,    , binance, B      , market:okx:B",
        "market,            ' ', A  , binance,        , market:binance:A",
        "heatmap,           okx, A  ,        ,        , heatmap:A",
        "heatmap,              ,    ,        , B      , heatmap:B"
    })
    void findsTheStreamOfFields(
            String path, String exchange, String symbol, String headerExchange, String headerSymbol, String expected) {
        Map<String, String> fields = new HashMap<>();
        fields.put("n", "1");
        if (exchange != null) {
            fields.put("exchange", exchange);
        }
        if (symbol != null) {
            fields.put("symbol", symbol);
        }

        assertThat(new StreamTarget(ProducerPath.parse(path), headerExchange, headerSymbol).keyFor(fields))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"market, okx, , symbol", "market, , A, exchange", "heatmap, okx, , symbol", "market, okx, a b, symbol"})
    void refusesADataTypeThatNobodyCompletes(String path, String headerExchange, String headerSymbol, String missing) {
        StreamTarget target = new StreamTarget(ProducerPath.parse(path), headerExchange, headerSymbol);

        assertThatThrownBy(() -> target.keyFor(Map.of("n", "1")))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining(missing + ": ")
                .hasMessageContaining("expected: ");
    }

    @Test
    void takesOutOfTheFieldsWhatTheKeySays() {
        StreamTarget target = new StreamTarget(ProducerPath.parse("market"), null, null);
        Map<String, String> fields = Map.of("exchange", "okx", "symbol", "A", "price", "1");

        assertThat(target.withoutKeyParts("market:okx:A", fields)).containsOnlyKeys("price");
        assertThat(target.withoutKeyParts("market:okx:B", fields)).containsOnlyKeys("price", "symbol");
        assertThat(target.withoutKeyParts("heatmap:A", fields)).isEqualTo(fields);
        assertThat(target.withoutKeyParts("any-key", fields)).isEqualTo(fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "market:*:A", "", "market:okx"})
    void refusesAPathFromAHeaderThatIsNotOneStream(String path) {
        assertThatThrownBy(() -> ProducerPath.parse(path)).isInstanceOf(InvalidEntryException.class);
    }

    @Test
    void takesWhatCompletesItFromTheHeaders() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(GortStreamsConstants.EXCHANGE, "okx");
        exchange.getMessage().setHeader(GortStreamsConstants.SYMBOL, "A");

        assertThat(StreamTarget.of(ProducerPath.parse("market"), exchange))
                .isEqualTo(new StreamTarget(ProducerPath.parse("market"), "okx", "A"));
    }
}
