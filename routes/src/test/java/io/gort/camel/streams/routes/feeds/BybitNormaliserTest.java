package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.Side;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BybitNormaliserTest {

    private static final String ROW =
            "{\"T\":1739502302929,\"s\":\"ROSEUSDT\",\"S\":\"Sell\",\"v\":\"20000\",\"p\":\"0.04499\"}";

    private final Reading read = new Reading("bybit", new BybitNormaliser(FeedSettings.DEFAULTS));

    @Test
    void takesTheSideForThatOfThePosition() {
        assertThat(read.of(frame(ROW, ROW.replace("Sell", "Buy"))))
                .containsExactly(
                        read.event("ROSEUSDT", 1739502302929L, Side.SHORT, "0.04499", "20000", "899.8"),
                        read.event("ROSEUSDT", 1739502302929L, Side.LONG, "0.04499", "20000", "899.8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSD", "BTCUSDH25"})
    void takesTheSizeOfInverseContractsForUsd(String instrument) {
        String row = ROW.replace("ROSEUSDT", instrument).replace("20000", "100").replace("0.04499", "50000");

        assertThat(read.of(frame(row)))
                .containsExactly(read.event(instrument, 1739502302929L, Side.SHORT, "50000", "0.002", "100"));
    }

    @Test
    void takesOnlyWhatIsWanted() {
        FeedSettings settings = new FeedSettings(Set.of("BTCPERP"), Map.of("BTCPERP", "BTCUSDC"), Map.of());

        assertThat(new Reading("bybit", new BybitNormaliser(settings))
                        .of(frame(ROW, ROW.replace("ROSEUSDT", "BTCPERP"))))
                .extracting("symbol")
                .containsExactly("BTCUSDC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"x\",\"op\":\"ping\"}",
                "{\"success\":true,\"ret_msg\":\"\",\"op\":\"subscribe\"}",
                "{\"topic\":\"publicTrade.BTCUSDT\",\"data\":[{\"S\":\"Buy\"}]}"
            })
    void takesNothingOfOtherFrames(String frame) {
        assertThat(read.of(frame)).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAndKeepsWhatIsRight() {
        InvalidFrameException failure =
                read.failure(frame(ROW, ROW.replace("\"ROSEUSDT\"", "7").replace("20000", "-1"), "5"));

        assertThat(failure.violations())
                .containsExactly(
                        "data[1].s: 7 (expected: a text, not empty)",
                        "data[1].v: -1 (expected: a number above zero)",
                        "data[2]: 5 (expected: an object)");
        assertThat(failure.events()).hasSize(1);
        assertThat(read.failure("{\"topic\":\"allLiquidation.BTCUSDT\"}"))
                .hasMessage("Invalid bybit frame: data: missing (expected: a list)");
    }

    @Test
    void tellsOfARefusedSubscription() {
        assertThat(read.failure("{\"success\":false,\"ret_msg\":\"error:handler not found\",\"op\":\"subscribe\"}"))
                .hasMessage(
                        "Invalid bybit frame: subscription: error:handler not found (expected: taken by the exchange)");
    }

    private static String frame(String... rows) {
        return "{\"topic\":\"allLiquidation.ROSEUSDT\",\"type\":\"snapshot\",\"ts\":1739502303204,\"data\":["
                + String.join(",", rows) + "]}";
    }
}
