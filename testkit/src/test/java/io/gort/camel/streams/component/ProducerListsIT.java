package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gort.camel.streams.EntriesNotAddedException;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the producer makes of a list: several entries, sent together, of which it tells the fate of each. */
@WithRedis
class ProducerListsIT {

    private CamelContext context;
    private ProducerTemplate template;

    @BeforeEach
    void start(RedisUnderTest redis) throws Exception {
        context = TestContexts.to(redis);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void addsAMixedListInOrderAndTellsEachId(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        String stream = "liquidations:binance:" + symbol;
        List<Object> mixed = List.of(
                Map.of("symbol", symbol, "exchange", "binance", "n", 1),
                "{\"symbol\":\"" + symbol + "\",\"exchange\":\"okx\",\"n\":2}",
                Records.liquidation(symbol));

        Exchange sent = template.send(
                "gort-streams:liquidations", exchange -> exchange.getMessage().setBody(mixed));

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeader(GortStreamsConstants.STREAM_KEY))
                .isEqualTo(List.of(stream, "liquidations:okx:" + symbol, stream));
        List<?> ids = sent.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, List.class);
        assertThat(redis.client().xrange(stream, "-", "+"))
                .extracting(entry -> entry.getID().toString())
                .isEqualTo(List.of(ids.get(0), ids.get(2)));
        assertThat(fields(redis, "liquidations:okx:" + symbol)).containsExactly(Map.of("n", "2"));
    }

    @Test
    void sendsAListInOneRoundTrip() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext own = TestContexts.to(server.redis())) {
            own.start();
            ProducerTemplate sender = own.createProducerTemplate();
            sender.sendBody("gort-streams:s", Map.of("a", "1")); // connects
            List<Map<String, String>> list =
                    IntStream.range(0, 50).mapToObj(i -> Map.of("a", "1")).toList();
            long ofAQuestion = -readEvents(server.redis()) + readEvents(server.redis());
            long before = readEvents(server.redis());

            sender.sendBody("gort-streams:s", list);

            assertThat(readEvents(server.redis()) - before).isEqualTo(ofAQuestion + 1);
            assertThat(server.redis().client().xlen("s")).isEqualTo(51);
        }
    }

    @Test
    void doesNothingForAnEmptyList(RedisUnderTest redis, TestKeys keys) {
        Exchange sent = template.send(
                "gort-streams:" + keys.key("s"),
                exchange -> exchange.getMessage().setBody(List.of()));

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeader(GortStreamsConstants.ENTRY_ID)).isEqualTo(List.of());
        assertThat(redis.client().exists(keys.key("s"))).isFalse();
    }

    @Test
    void sendsNothingOfAListWithOneInvalidElement(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        LiquidationEvent bad = new LiquidationEvent(
                "binance", symbol, 0, Side.BUY, BigDecimal.ZERO, new BigDecimal("-1"), null, OrderType.ADL);
        List<Object> list = new ArrayList<>(List.of(Records.liquidation(symbol), bad, "no JSON"));
        list.add(null);

        Throwable failure = catchThrowable(() -> template.sendBody("gort-streams:liquidations", list));

        assertThat(failure)
                .rootCause()
                .isInstanceOf(InvalidEntryException.class)
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidEntryException.class))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .anySatisfy(v -> assertThat(v).startsWith("[1] timestamp: 0"))
                        .anySatisfy(v -> assertThat(v).startsWith("[1] price: 0"))
                        .anySatisfy(v -> assertThat(v).startsWith("[1] quantity: -1"))
                        .anySatisfy(v -> assertThat(v).startsWith("[2] "))
                        .anySatisfy(v -> assertThat(v).startsWith("[3] body: none"))
                        .allSatisfy(v -> assertThat(v).contains("(expected: ")));
        assertThat(keys.existing()).isEmpty();
    }

    @Test
    void tellsWhichElementsOfAListTheServerRefused(RedisUnderTest redis, TestKeys keys) {
        String symbol = keys.uniqueSymbol();
        redis.client().set("market:okx:" + symbol, "a text");
        List<Object> list = List.of(
                Map.of("exchange", "okx", "symbol", symbol, "n", 1),
                Map.of("exchange", "kraken", "symbol", symbol, "n", 2));

        Exchange sent = template.send(
                "gort-streams:market", exchange -> exchange.getMessage().setBody(list));

        assertThat(sent.getException())
                .isInstanceOf(EntriesNotAddedException.class)
                .hasMessageContainingAll("1 of 2", "[0]", "market:okx:" + symbol);
        assertThat(redis.client().xlen("market:kraken:" + symbol)).isEqualTo(1);
    }

    private static List<Map<String, String>> fields(RedisUnderTest redis, String stream) {
        return redis.client().xrange(stream, "-", "+").stream()
                .map(entry -> entry.getFields())
                .toList();
    }

    private static long readEvents(RedisUnderTest redis) {
        return redis.client()
                .info("stats")
                .lines()
                .filter(line -> line.startsWith("total_reads_processed:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).trim()))
                .findFirst()
                .orElseThrow();
    }
}
