package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.util.ObjectHelper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.StreamEntryID;

/** Entries become trade records in a route wherever one is asked for, and ours come back as they went. */
@WithRedis
class ReadingEntriesIT {

    private static final String TIME = Long.toString(Records.TIME);

    private final BlockingQueue<Object> read = new LinkedBlockingQueue<>();

    static Stream<Arguments> awkwardRecords() {
        return Stream.concat(
                Stream.of("1e-9", "1e21", "0.000125", "45000.0", "123456789012345678.123456789", "5e-324", "1e308")
                        .map(amount -> Arguments.of(amount, "")),
                Stream.of("龙", "ÖÄ", "a{b}", "x%20y", "q\"uote", "🚀").map(suffix -> Arguments.of("1", suffix)));
    }

    @ParameterizedTest(name = "{0} of …{1}")
    @MethodSource("awkwardRecords")
    void readsBackWhatItWrote(String amount, String suffix, RedisUnderTest redis, TestKeys keys) throws Exception {
        String symbol = keys.uniqueSymbol() + suffix;
        LiquidationEvent event = Records.liquidation(symbol, amount);

        try (CamelContext context =
                converting(redis, "liquidations:*:" + keys.uniqueSymbolStart() + "*", LiquidationEvent.class)) {
            context.createProducerTemplate().sendBody("gort-streams:liquidations", event);

            assertThat(read.poll(10, TimeUnit.SECONDS)).isEqualTo(event);
        }
    }

    @Test
    void readsBackEveryTypeOfRecord(RedisUnderTest redis, TestKeys keys) throws Exception {
        String symbol = keys.uniqueSymbol();
        for (TradeRecord trade : List.of(
                Records.market(symbol),
                Records.positions(symbol),
                Records.orderBook(symbol),
                Records.heatmap(symbol))) {
            try (CamelContext context = converting(redis, trade.streamName().key(), trade.getClass())) {
                context.createProducerTemplate()
                        .sendBody("gort-streams:" + trade.dataType().prefix(), trade);

                assertThat(read.poll(10, TimeUnit.SECONDS)).isEqualTo(trade);
            }
        }
    }

    /** Says what it wants by the types of its parameters. */
    public static final class Desk {

        private final BlockingQueue<Object> seen;

        Desk(BlockingQueue<Object> seen) {
            this.seen = seen;
        }

        @Handler
        public void handle(LiquidationEvent event) {
            seen.add(event);
        }
    }

    @Test
    void givesBeansTheRecordTheyAskFor(RedisUnderTest redis, TestKeys keys) throws Exception {
        LiquidationEvent event = Records.liquidation(keys.uniqueSymbol());
        String stream = event.streamName().key();
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + stream + "?group=g&groupStart=0")
                        .bean(new Desk(read)))) {
            context.createProducerTemplate().sendBody("gort-streams:" + stream, event);

            assertThat(read.poll(10, TimeUnit.SECONDS)).isEqualTo(event);
        }
    }

    @Test
    void convertsEntriesAndJsonByThemselves(RedisUnderTest redis, TestKeys keys) throws Exception {
        LiquidationEvent event = Records.liquidation(keys.uniqueSymbol());
        try (CamelContext context = TestContexts.to(redis)) {
            context.start();
            String json = context.getTypeConverter().mandatoryConvertTo(String.class, event);
            context.createProducerTemplate().sendBody("gort-streams:liquidations", event);
            Map<String, String> fields = redis.client()
                    .xrange(event.streamName().key(), "-", "+")
                    .get(0)
                    .getFields();
            Map<String, String> withNames = new HashMap<>(fields);
            withNames.put("exchange", event.exchange());
            withNames.put("symbol", event.symbol());

            assertThat(Stream.of(
                                    json,
                                    new StreamEntry(event.streamName().key(), EntryId.parse("1-1"), fields),
                                    new StreamEntry("any", EntryId.parse("1-1"), withNames),
                                    withNames)
                            .map(from -> context.getTypeConverter().convertTo(LiquidationEvent.class, from)))
                    .containsOnly(event);
        }
    }

    @Test
    void deadLettersWhatCannotBeReadWithAllViolations(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = "liquidations:okx:" + keys.uniqueSymbol();
        try (CamelContext context = TestContexts.running(redis, routes -> {
            routes.onException(InvalidEntryException.class)
                    .process(exchange -> read.add(ObjectHelper.getException(
                                    InvalidEntryException.class,
                                    exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                            .violations()));
            routes.from("gort-streams:" + stream + "?group=g&groupStart=0&maxDeliveries=5")
                    .convertBodyTo(LiquidationEvent.class)
                    .to("mock:handled");
        })) {
            redis.client()
                    .xadd(
                            stream,
                            StreamEntryID.NEW_ENTRY,
                            Map.of(
                                    "timestamp",
                                    TIME,
                                    "side",
                                    "up",
                                    "price",
                                    "abc",
                                    "quantity",
                                    "NaN",
                                    "order_type",
                                    "adl"));

            assertThat(read.poll(10, TimeUnit.SECONDS))
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .hasSize(3)
                    .anySatisfy(v -> assertThat(v).startsWith("side: up (expected: "))
                    .anySatisfy(v -> assertThat(v).startsWith("price: abc (expected: "))
                    .anySatisfy(v -> assertThat(v).startsWith("quantity: NaN (expected: "));
            eventually.lengthIs("dead-letter:{" + stream + "}", 1);
            eventually.pendingIs(stream, "g", 0);
            assertThat(redis.client()
                            .xrange("dead-letter:{" + stream + "}", "-", "+")
                            .get(0)
                            .getFields())
                    .containsEntry("dead_letter_reason", "invalid")
                    .containsEntry("dead_letter_delivery_count", "1")
                    .hasEntrySatisfying(
                            "dead_letter_message",
                            message -> assertThat(message).contains("side: up", "price: abc", "quantity: NaN"));
        }
    }

    @Test
    void neverMakesHeadersOfFields(RedisUnderTest redis, TestKeys keys) throws Exception {
        String stream = keys.key("s");
        redis.client()
                .xadd(
                        stream,
                        StreamEntryID.NEW_ENTRY,
                        Map.of("CamelFileName", "x", GortStreamsConstants.STREAM_KEY, "y"));
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + stream + "?group=g&groupStart=0")
                        .process(exchange ->
                                read.add(new HashMap<>(exchange.getMessage().getHeaders()))))) {
            assertThat(read.poll(10, TimeUnit.SECONDS))
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                    .doesNotContainKey("CamelFileName")
                    .containsEntry(GortStreamsConstants.STREAM_KEY, stream);
        }
    }

    private CamelContext converting(RedisUnderTest redis, String stream, Class<?> type) throws Exception {
        return TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + stream
                                + "?group=g&groupStart=0&discoveryInterval=50ms&blockTimeout=50ms")
                        .convertBodyTo(type)
                        .process(exchange -> read.add(exchange.getMessage().getBody())));
    }
}
