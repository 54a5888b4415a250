package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTargetTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private OperationTarget target(String path) {
        return OperationTarget.of(path, GortStreamsOperation.length, exchange);
    }

    @Test
    void isTheStreamOfThePathUnlessAHeaderSaysAnother() {
        assertThat(target("orders").one()).isEqualTo("orders");

        exchange.getMessage().setHeader(GortStreamsConstants.STREAM_KEY, "others");
        assertThat(target("orders").one()).isEqualTo("others");
    }

    @Test
    void isCompletedByHeadersWhereThePathIsOnlyADataType() {
        exchange.getMessage().setHeader(GortStreamsConstants.SYMBOL, "BTCUSDT");

        assertThat(target("heatmap").one()).isEqualTo("heatmap:BTCUSDT");
        assertThatThrownBy(() -> target("market").one())
                .hasMessage("CamelGortStreamsExchange: none (expected: given, as the path is only market)");
        exchange.getMessage().setHeader(GortStreamsConstants.EXCHANGE, "okx");
        assertThat(target("market").one()).isEqualTo("market:okx:BTCUSDT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "orders:*"})
    void refusesSeveralStreamsWhereOneIsNeeded(String path) {
        assertThatThrownBy(() -> target(path).one())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stream: " + path + " (expected: one stream for the operation length)");
    }
}
