package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkxNormaliserTest {

    private static final String FRAME = """
            {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"details":[{"bkLoss":"0","bkPx":"0.008",\
            "ccy":"","posSide":"short","side":"buy","sz":"13","ts":"1692266434010"}],"instFamily":"IOST-USDT",\
            "instId":"IOST-USDT-SWAP","instType":"SWAP","uly":"IOST-USDT"}]}""";

    private final Reading read = reading("", "IOST-USDT-SWAP=1000,BTC-USD-SWAP=100,BTC-USD-250328=100");

    @Test
    void multipliesContractsByWhatTheyStandFor() {
        assertThat(read.of(FRAME))
                .containsExactly(read.event("IOSTUSDT", 1692266434010L, Side.SHORT, "0.008", "13000", "104"));
    }

    @Test
    void takesTheContractsOfInverseInstrumentsForUsd() {
        String frame = FRAME.replace("IOST-USDT-SWAP", "BTC-USD-SWAP").replace("0.008", "50000");

        assertThat(read.of(frame))
                .containsExactly(read.event("BTCUSD", 1692266434010L, Side.SHORT, "50000", "0.026", "1300"));
        assertThat(read.of(frame.replace("BTC-USD-SWAP", "BTC-USD-250328")))
                .extracting("symbol")
                .containsExactly("BTCUSD250328");
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "net"})
    void takesSellForALong(String positionSide) {
        String frame = FRAME.replace("buy", "sell").replace("\"short\"", "\"" + positionSide + "\"");

        assertThat(read.of(frame)).extracting("side").containsExactly(Side.LONG);
    }

    @Test
    void refusesASideThatContradictsThePosition() {
        assertThat(read.failure(FRAME.replace("buy", "sell")))
                .hasMessage("Invalid okx frame: data[0].details[0].posSide: short (expected: long or net, for sell)");
    }

    @Test
    void tellsWhenNobodySaidWhatAContractStandsFor() {
        assertThat(read.failure(FRAME.replace("IOST-USDT-SWAP", "SOL-USDT-SWAP")))
                .hasMessage("Invalid okx frame: data[0].instId: SOL-USDT-SWAP (expected: one of contractValues)");
    }

    @Test
    void takesOnlyWhatIsWanted() {
        Reading onlySol = reading("SOL-USDT-SWAP", "SOL-USDT-SWAP=1");

        assertThat(onlySol.of(FRAME)).isEmpty();
        assertThat(onlySol.of(FRAME.replace("IOST-USDT-SWAP", "SOL-USDT-SWAP"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pong",
                "{\"event\":\"subscribe\",\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}}",
                "{\"arg\":{\"channel\":\"trades\"},\"data\":[{\"px\":\"1\"}]}"
            })
    void takesNothingOfOtherFrames(String frame) {
        assertThat(read.of(frame)).isEmpty();
    }

    @Test
    void tellsAllThatIsWrong() {
        assertThat(read.failure(FRAME.replace("\"13\"", "\"-1\"").replace("\"0.008\"", "\"1e999\""))
                        .violations())
                .containsExactly(
                        "data[0].details[0].bkPx: 1e999 (expected: a number above zero)",
                        "data[0].details[0].sz: -1 (expected: a number above zero)");
        assertThat(read.failure("{\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request\"}"))
                .hasMessage("Invalid okx frame: subscription: 60012 Invalid request (expected: taken by the exchange)");
    }

    private static Reading reading(String instruments, String contractValues) {
        return new Reading("okx", new OkxNormaliser(FeedSettings.parse(instruments, "", contractValues)));
    }

    @Test
    void takesTheUsersSymbols() {
        FeedSettings settings =
                new FeedSettings(Set.of(), Map.of("IOST-USDT-SWAP", "IOST"), Map.of("IOST-USDT-SWAP", BigDecimal.ONE));

        assertThat(new Reading("okx", new OkxNormaliser(settings)).of(FRAME))
                .extracting("symbol")
                .containsExactly("IOST");
    }
}
