package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Position;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceNormaliserTest {

    private static final String FRAME = """
            {"e":"forceOrder","E":1568014460893,"o":{"s":"BTCUSDT","S":"SELL","o":"LIMIT","f":"IOC","q":"0.014",\
            "p":"9910","ap":"9911.5","X":"FILLED","l":"0.014","z":"0.014","T":1568014460890}}""";

    private final Reading read = new Reading("binance", new BinanceNormaliser(FeedSettings.DEFAULTS));

    @Test
    void takesTheForcedOrderWithWhatWasFilledAtItsAveragePrice() {
        assertThat(read.of(FRAME))
                .containsExactly(new LiquidationEvent(
                        "binance",
                        "BTCUSDT",
                        1568014460890L,
                        Side.SELL,
                        new BigDecimal("9910"),
                        new BigDecimal("0.014"),
                        new BigDecimal("138.761"),
                        OrderType.LIQUIDATION,
                        new BigDecimal("9911.5"),
                        new BigDecimal("0.014"),
                        "FILLED",
                        1568014460890L));
    }

    @Test
    void takesOfAPartlyFilledOrderWhatIsFilledUntilThen() {
        String frame = FRAME.replace("FILLED", "PARTIALLY_FILLED")
                .replace("\"l\":\"0.014\",\"z\":\"0.014\"", "\"l\":\"0.004\",\"z\":\"0.010\"");

        LiquidationEvent event = read.of(frame).get(0);

        assertThat(event.quantity()).isEqualByComparingTo("0.014");
        assertThat(event.filledQty()).isEqualByComparingTo("0.010");
        assertThat(event.notionalValue()).isEqualByComparingTo("99.115");
        assertThat(event.orderStatus()).isEqualTo("PARTIALLY_FILLED");
    }

    @Test
    void takesSellForALongAndBuyForAShort() {
        assertThat(read.of(FRAME).get(0).liquidatedPosition()).isEqualTo(Position.LONG);
        assertThat(read.of(FRAME.replace("SELL", "BUY")).get(0).liquidatedPosition())
                .isEqualTo(Position.SHORT);
    }

    @Test
    void readsEachFormAFrameMayHave() {
        String order = FRAME.substring(FRAME.indexOf("\"o\":{") + 4, FRAME.length() - 1);

        assertThat(read.of("{\"stream\":\"btcusdt@forceOrder\",\"data\":" + FRAME + "}"))
                .hasSize(1);
        assertThat(read.of("[" + FRAME + "," + FRAME + "]")).hasSize(2);
        assertThat(read.of("{\"stream\":\"!forceOrder@arr\",\"data\":[" + FRAME + "]}"))
                .hasSize(1);
        assertThat(read.of("{\"e\":\"forceOrder\",\"o\":[" + order + "," + order + "]}"))
                .hasSize(2);
        assertThat(read.of(FRAME.replace("\"T\":", "\"ps\":\"BTCUSDT\",\"st\":1,\"T\":")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":null,\"id\":1}", "{\"e\":\"aggTrade\",\"s\":\"BTCUSDT\"}", "[]"})
    void takesNothingOfOtherFrames(String frame) {
        assertThat(read.of(frame)).isEmpty();
    }

    @Test
    void leavesOutWhatIsNotFilledAndWhatIsNotWanted() {
        Normaliser onlyEther = new BinanceNormaliser(new FeedSettings(Set.of("ETHUSDT"), Map.of(), Map.of()));

        assertThat(read.of(FRAME.replace("\"z\":\"0.014\"", "\"z\":\"0\""))).isEmpty();
        assertThat(new Reading("binance", onlyEther).of(FRAME)).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAndKeepsWhatIsRight() {
        String bad = FRAME.replace("SELL", "LONG").replace("\"9910\"", "\"0\"").replace("1568014460890", "\"soon\"");

        InvalidFrameException failure = read.failure("[" + bad + "," + FRAME + "]");

        assertThat(failure)
                .hasMessage("Invalid binance frame: [0].o.T: soon (expected: a time in milliseconds since 1970);"
                        + " [0].o.S: LONG (expected: BUY or SELL); [0].o.p: 0 (expected: a number above zero)");
        assertThat(failure.events()).hasSize(1);
    }

    @Test
    void tellsOfARefusedSubscription() {
        assertThat(read.failure("{\"error\":{\"code\":2,\"msg\":\"Invalid request\"},\"id\":1}"))
                .hasMessage("Invalid binance frame: subscription: 2 Invalid request (expected: taken by the exchange)");
    }

    @Test
    void tellsWhenItIsNoFrameAtAll() {
        assertThat(read.failure("7")).hasMessage("Invalid binance frame: frame: 7 (expected: an object or a list)");
        assertThat(read.failure("<html>"))
                .hasMessageStartingWith("Invalid binance frame: JSON: <html> (expected: JSON; ");
        assertThat(read.failure("{\"e\":\"forceOrder\"}"))
                .hasMessage("Invalid binance frame: o: missing (expected: an object)");
    }
}
