package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitfinexNormaliserTest {

    private static final String LONG =
            "[\"pos\",145400868,1609144352338,null,\"tETHF0:USTF0\",1.5,730.96,null,1,1,null,736]";
    private static final String SHORT = LONG.replace("1.5", "-1.5");
    private static final String TRIGGER =
            "[\"pos\",145400868,1609144352338,null,\"tETHF0:USTF0\",1.5,730.96,null,0,0,null,null]";

    private final Reading read = new Reading("bitfinex", new BitfinexNormaliser(FeedSettings.DEFAULTS));

    @Test
    void takesAPositiveAmountForALongAtThePriceOfItsExecution() {
        assertThat(read.of(frame(LONG, SHORT)))
                .containsExactly(
                        read.event("ETHUSDT", 1609144352338L, Side.LONG, "736", "1.5", "1104"),
                        read.event("ETHUSDT", 1609144352338L, Side.SHORT, "736", "1.5", "1104"));
    }

    @Test
    void countsTriggerAndExecutionOnce() {
        assertThat(read.of(frame(TRIGGER, LONG))).hasSize(1);
    }

    @Test
    void readsARowThatIsNotInAListAndATimeWithAFraction() {
        assertThat(read.of("[91684," + LONG.replace("1609144352338", "1609144352338.2002") + "]"))
                .containsExactly(read.event("ETHUSDT", 1609144352338L, Side.LONG, "736", "1.5", "1104"));
    }

    @ParameterizedTest
    @CsvSource({
        "tBTCF0:USTF0, BTCUSDT",
        "tBTCF0:EURF0, BTCEUR",
        "tBTCUSD, BTCUSD",
        "tBTCUST, BTCUSDT",
        "tDOGE:USD, DOGEUSD",
    })
    void mapsSymbols(String instrument, String symbol) {
        assertThat(read.of(frame(LONG.replace("tETHF0:USTF0", instrument))))
                .extracting("symbol")
                .containsExactly(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[91684,\"hb\"]",
                "{\"event\":\"info\",\"version\":2}",
                "{\"event\":\"subscribed\",\"channel\":\"status\",\"chanId\":91684,\"key\":\"liq:global\"}",
                "[91684,[]]",
            })
    void takesNothingOfOtherFrames(String frame) {
        assertThat(read.of(frame)).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAndKeepsWhatIsRight() {
        InvalidFrameException failure =
                read.failure(frame(LONG.replace("1.5", "0").replace("736", "null"), LONG, "5"));

        assertThat(failure.violations())
                .containsExactly(
                        "[1][0].PRICE_ACQUIRED: null (expected: a number above zero)",
                        "quantity: 0 (expected: above zero)",
                        "[1][2]: 5 (expected: a list)");
        assertThat(failure.events()).hasSize(1);
        assertThat(read.failure("{\"event\":\"error\",\"msg\":\"subscribe: dup\",\"code\":10301}"))
                .hasMessageContaining("subscription: 10301 subscribe: dup");
        assertThat(read.failure("[91684]"))
                .hasMessage("Invalid bitfinex frame: [1]: missing (expected: a list of rows, or hb)");
    }

    private static String frame(String... rows) {
        return "[91684,[" + String.join(",", rows) + "]]";
    }
}
