package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeribitNormaliserTest {

    private final Reading read = new Reading("deribit", new DeribitNormaliser(FeedSettings.DEFAULTS));

    @ParameterizedTest
    @CsvSource({
        "T, sell, LONG",
        "T, buy, SHORT",
        "M, sell, SHORT",
        "M, buy, LONG",
    })
    void takesTheDirectionForThatOfTheTaker(String liquidated, String direction, Side side) {
        assertThat(read.of(frame("BTC-PERPETUAL", liquidated, direction)))
                .containsExactly(read.event("BTCUSD", 1757000000000L, side, "50000", "0.002", "100"));
    }

    @Test
    void takesTakerAndMakerForTwo() {
        assertThat(read.of(frame("BTC-PERPETUAL", "MT", "sell")))
                .containsExactly(
                        read.event("BTCUSD", 1757000000000L, Side.LONG, "50000", "0.002", "100"),
                        read.event("BTCUSD", 1757000000000L, Side.SHORT, "50000", "0.002", "100"));
    }

    @Test
    void takesTheAmountOfLinearContractsForCoins() {
        assertThat(read.of(frame("ETH_USDC-PERPETUAL", "T", "buy")))
                .containsExactly(read.event("ETHUSDC", 1757000000000L, Side.SHORT, "50000", "100", "5000000"));
    }

    @Test
    void keepsTheDateOfAFuture() {
        assertThat(read.of(frame("BTC-28MAR25", "T", "buy")))
                .extracting("symbol")
                .containsExactly("BTCUSD28MAR25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"trades.BTC-PERPETUAL.100ms\"]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}",
            })
    void takesNothingOfOtherFrames(String frame) {
        assertThat(read.of(frame)).isEmpty();
    }

    @Test
    void takesNothingOfOrdinaryTradesAndOptions() {
        assertThat(read.of(frame("BTC-PERPETUAL", "T", "buy").replace("\"liquidation\"", "\"other\"")))
                .isEmpty();
        assertThat(read.of(frame("BTC-28MAR25-50000-C", "T", "buy"))).isEmpty();
    }

    @Test
    void tellsAllThatIsWrong() {
        assertThat(read.failure(frame("BTC-PERPETUAL", "X", "up").replace("100.0", "null"))
                        .violations())
                .containsExactly(
                        "params.data[0].direction: up (expected: buy or sell)",
                        "params.data[0].liquidation: X (expected: M or MT or T)",
                        "params.data[0].amount: null (expected: a number above zero)");
        assertThat(read.failure("{\"error\":{\"code\":13778,\"message\":\"raw_subscriptions_not_available\"}}"))
                .hasMessageContaining("subscription: 13778 raw_subscriptions_not_available");
    }

    private static String frame(String instrument, String liquidated, String direction) {
        return """
                {"jsonrpc":"2.0","method":"subscription","params":{"channel":"trades.%1$s.100ms","data":[{"trade_seq":1,\
                "trade_id":"x","timestamp":1757000000000,"price":50000.0,"mark_price":50000.1,"instrument_name":"%1$s",\
                "index_price":50000.2,"direction":"%3$s","amount":100.0,"liquidation":"%2$s"}]}}""".formatted(instrument, liquidated, direction);
    }
}
