package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a frame: it gives valid liquidations, or tells what is wrong, and nothing else is thrown. */
class HostileFramesTest {

    private static final FeedSettings SETTINGS =
            new FeedSettings(Set.of(), Map.of(), Map.of("BTC-USDT-SWAP", new BigDecimal("0.01")));

    private static final List<Reading> ALL = List.of(
            new Reading("binance", new BinanceNormaliser(SETTINGS)),
            new Reading("bybit", new BybitNormaliser(SETTINGS)),
            new Reading("okx", new OkxNormaliser(SETTINGS)),
            new Reading("deribit", new DeribitNormaliser(SETTINGS)),
            new Reading("kraken", new KrakenNormaliser(SETTINGS)),
            new Reading("bitfinex", new BitfinexNormaliser(SETTINGS)));

    private static final String BINANCE = """
            {"e":"forceOrder","o":{"s":%s,"S":%s,"q":%s,"p":%s,"ap":%s,"X":"FILLED","z":%s,"T":%s}}""";
    private static final String BYBIT = """
            {"topic":"allLiquidation.X","data":[{"s":%s,"S":%s,"v":%s,"p":%s,"x":[%s,%s],"T":%s}]}""";
    private static final String OKX = """
            {"arg":{"channel":"liquidation-orders"},"data":[{"details":[{"x":%s,"side":%s,"sz":%s,"bkPx":%s,"posSide":%s,\
            "y":%s,"ts":%s}],"instId":"BTC-USDT-SWAP"}]}""";
    private static final String DERIBIT = """
            {"params":{"channel":"trades.X","data":[{"instrument_name":%s,"direction":%s,"amount":%s,"price":%s,\
            "x":%s,"liquidation":%s,"timestamp":%s}]}}""";
    private static final String KRAKEN = """
            {"feed":"trade","product_id":%s,"side":%s,"qty":%s,"price":%s,"x":[%s,%s],"type":"liquidation","time":%s}""";
    private static final String BITFINEX = """
            [1,[["pos",1,%7$s,null,%1$s,%3$s,%5$s,null,%6$s,1,null,%4$s]]]""";

    @Property(tries = 3000)
    void givesLiquidationsOrTellsWhatIsWrong(@ForAll("frames") String frame) {
        for (Reading exchange : ALL) {
            try {
                assertThat(exchange.of(frame))
                        .allSatisfy(event -> assertThat(event.violations()).isEmpty());
            } catch (InvalidFrameException told) {
                assertThat(told.violations()).isNotEmpty();
                assertThat(told.events())
                        .allSatisfy(event -> assertThat(event.violations()).isEmpty());
            }
        }
    }

    @Provide
    Arbitrary<String> frames() {
        Arbitrary<String> values = Arbitraries.of(
                "null",
                "true",
                "0",
                "-1",
                "1",
                "0.5",
                "1e308",
                "1e-308",
                "1e99999999",
                "1e9999999999",
                "\"\"",
                "\"NaN\"",
                "\"1e200\"",
                "\"-0\"",
                "\"BTC\"",
                "\"BTC-PERPETUAL\"",
                "\"PI_XBTUSD\"",
                "\"tBTCF0:USTF0\"",
                "\":\"",
                "\"a:b,*\"",
                "\"sell\"",
                "\"SELL\"",
                "\"Buy\"",
                "\"MT\"",
                "\"T\"",
                "[]",
                "{}",
                "[[]]",
                "1757000000000",
                "\"1757000000000\"");
        Arbitrary<String> forms =
                Arbitraries.of(BINANCE, BYBIT, OKX, DERIBIT, KRAKEN, BITFINEX, "%s", "[%s,%s]", "{\"e\":%s");
        return Combinators.combine(forms, values.list().ofSize(7)).as((form, list) -> form.formatted(list.toArray()));
    }
}
