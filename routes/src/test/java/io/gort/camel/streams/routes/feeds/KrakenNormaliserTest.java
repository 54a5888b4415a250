package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenNormaliserTest {

    private static final String FRAME = """
            {"feed":"trade","product_id":"PI_XBTUSD","uid":"05af78ac","side":"sell","type":"liquidation","seq":653355,\
            "time":1612266317519,"qty":500,"price":25000}""";

    private final Reading read = new Reading("kraken", new KrakenNormaliser(FeedSettings.DEFAULTS));

    @Test
    void takesTheQuantityOfInverseContractsForUsd() {
        assertThat(read.of(FRAME))
                .containsExactly(read.event("BTCUSD", 1612266317519L, Side.LONG, "25000", "0.02", "500"));
        assertThat(read.of(FRAME.replace("PI_XBTUSD", "FI_XBTUSD_250328")))
                .containsExactly(read.event("BTCUSD250328", 1612266317519L, Side.LONG, "25000", "0.02", "500"));
    }

    @Test
    void takesTheQuantityOfLinearContractsForCoins() {
        assertThat(read.of(FRAME.replace("PI_XBTUSD", "PF_ETHUSD").replace("sell", "buy")))
                .containsExactly(read.event("ETHUSD", 1612266317519L, Side.SHORT, "25000", "500", "12500000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fill", "block", "termination"})
    void takesNothingOfOtherTrades(String type) {
        assertThat(read.of(FRAME.replace("liquidation", type))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"info\",\"version\":1}",
                "{\"event\":\"subscribed\",\"feed\":\"trade\",\"product_ids\":[\"PI_XBTUSD\"]}",
                "{\"feed\":\"trade_snapshot\",\"product_id\":\"PI_XBTUSD\",\"trades\":[{\"type\":\"liquidation\"}]}",
                "{\"feed\":\"heartbeat\",\"time\":1612266317519}",
            })
    void takesNothingOfOtherFrames(String frame) {
        assertThat(read.of(frame)).isEmpty();
    }

    @Test
    void tellsAllThatIsWrong() {
        assertThat(read.failure(FRAME.replace("sell", "up").replace("500", "0")).violations())
                .containsExactly("qty: 0 (expected: a number above zero)", "side: up (expected: buy or sell)");
        assertThat(read.failure("{\"event\":\"error\",\"message\":\"Invalid product id\"}"))
                .hasMessage("Invalid kraken frame: subscription: Invalid product id (expected: taken by the exchange)");
        assertThat(read.failure("[]")).hasMessage("Invalid kraken frame: frame: a list (expected: an object)");
    }
}
