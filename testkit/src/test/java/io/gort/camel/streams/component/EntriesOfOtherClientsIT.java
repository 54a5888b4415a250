package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.MarketSnapshot;
import io.gort.camel.streams.trade.OrderBookLevel;
import io.gort.camel.streams.trade.OrderBookSnapshot;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.TradeRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.StreamEntryID;

/** What other clients write, of either generation, becomes trade records in a route. */
@WithRedis
class EntriesOfOtherClientsIT {

    private static final String TIME = Long.toString(Records.TIME);

    private final BlockingQueue<Object> read = new LinkedBlockingQueue<>();

    static Stream<Arguments> entriesOfOtherClients() {
        return Stream.of(
                Arguments.of(
                        "liquidation of generation 1",
                        "liquidations:binance:",
                        Map.of(
                                "timestamp",
                                TIME,
                                "side",
                                "long",
                                "price",
                                "45000.0",
                                "quantity",
                                "5e-1",
                                "value",
                                "22500",
                                "order_type",
                                "adl",
                                "unknown",
                                "kept"),
                        (Function<String, TradeRecord>) symbol -> new LiquidationEvent(
                                "binance",
                                symbol,
                                Records.TIME,
                                Side.LONG,
                                number("45000"),
                                number("0.5"),
                                number("22500"),
                                OrderType.ADL)),
                Arguments.of(
                        "liquidation of generation 2",
                        "liquidations:okx:",
                        Map.of(
                                "timestamp",
                                TIME,
                                "side",
                                "SELL",
                                "price",
                                "0.000000001",
                                "quantity",
                                "1",
                                "value",
                                "0",
                                "order_type",
                                "liquidation",
                                "avg_price",
                                "2",
                                "filled_qty",
                                "3",
                                "order_status",
                                "FILLED",
                                "order_trade_time",
                                "0"),
                        (Function<String, TradeRecord>) symbol -> new LiquidationEvent(
                                "okx",
                                symbol,
                                Records.TIME,
                                Side.SELL,
                                number("1e-9"),
                                number("1"),
                                null,
                                OrderType.LIQUIDATION,
                                number("2"),
                                number("3"),
                                "FILLED",
                                null)),
                Arguments.of(
                        "market of generation 1",
                        "market:okx:",
                        Map.of(
                                "timestamp",
                                TIME,
                                "mark_price",
                                "45000.5",
                                "index_price",
                                "45001",
                                "funding_rate",
                                "-0.000125",
                                "open_interest",
                                "1000000000000000000000",
                                "volume_24h",
                                "5.99e-05",
                                "next_funding_time",
                                "0"),
                        (Function<String, TradeRecord>) symbol -> new MarketSnapshot(
                                "okx",
                                symbol,
                                Records.TIME,
                                number("45000.5"),
                                number("45001"),
                                number("-0.000125"),
                                number("1e21"),
                                number("0.0000599"),
                                0,
                                null,
                                null)),
                Arguments.of(
                        "order book of generation 1",
                        "orderbook:kraken:",
                        Map.of(
                                "timestamp",
                                TIME,
                                "bids",
                                "[{\"price\":100,\"size\":3}]",
                                "asks",
                                "[{\"price\":101,\"size\":2.0}]",
                                "sequence_id",
                                "77"),
                        (Function<String, TradeRecord>) symbol -> new OrderBookSnapshot(
                                "kraken",
                                symbol,
                                Records.TIME,
                                List.of(level("100", "3")),
                                List.of(level("101", "2")),
                                77)),
                Arguments.of(
                        "order book of generation 2",
                        "orderbook:kraken:",
                        Map.of(
                                "timestamp",
                                TIME,
                                "bids",
                                "[{\"price\":100,\"quantity\":3}]",
                                "asks",
                                "null",
                                "last_update_id",
                                "78",
                                "spread",
                                "1",
                                "mid_price",
                                "2",
                                "imbalance",
                                "-1"),
                        (Function<String, TradeRecord>) symbol -> new OrderBookSnapshot(
                                "kraken",
                                symbol,
                                Records.TIME,
                                List.of(level("100", "3")),
                                List.of(),
                                78,
                                number("1"),
                                number("2"),
                                number("-1"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entriesOfOtherClients")
    void readsEntriesOfOtherClients(
            String what,
            String keyStart,
            Map<String, String> fields,
            Function<String, TradeRecord> expected,
            RedisUnderTest redis,
            TestKeys keys)
            throws Exception {
        String symbol = keys.uniqueSymbol();
        TradeRecord wanted = expected.apply(symbol);
        redis.client().xadd(keyStart + symbol, StreamEntryID.NEW_ENTRY, fields);

        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keyStart + symbol + "?group=g&groupStart=0")
                        .convertBodyTo(wanted.getClass())
                        .process(exchange -> read.add(exchange.getMessage().getBody())))) {
            assertThat(read.poll(10, TimeUnit.SECONDS)).isEqualTo(wanted);
        }
    }

    private static OrderBookLevel level(String price, String size) {
        return new OrderBookLevel(number(price), number(size));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
