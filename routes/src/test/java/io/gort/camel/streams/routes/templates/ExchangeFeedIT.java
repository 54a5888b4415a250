package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.testkit.exchange.Dialect;
import io.gort.camel.streams.testkit.exchange.FakeExchange;
import io.gort.camel.streams.testkit.exchange.Liquidation;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@WithRedis
class ExchangeFeedIT {

    private RedisUnderTest redis;
    private String symbol;
    private String letters;

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        letters = "dead-letter:" + symbol;
    }

    static Stream<Arguments> everyExchangeInEachWay() {
        return Stream.of(TemplateRoutes.YAML, TemplateRoutes.PROPERTIES)
                .flatMap(way -> Stream.of(Dialect.values()).map(dialect -> Arguments.of(way, dialect)));
    }

    @ParameterizedTest
    @MethodSource("everyExchangeInEachWay")
    void publishesEachLiquidationOnceAlsoAfterTheConnectionIsLost(TemplateRoutes way, Dialect dialect)
            throws Exception {
        try (FakeExchange exchange = FakeExchange.open(dialect);
                CamelContext context = start(way, exchange, dialect, Map.of())) {
            exchange.awaitSubscriptions(1);
            dialect.ordinaryFrames().forEach(exchange::send);
            exchange.tell(1, 5);
            exchange.send("{\"half a frame");
            exchange.tell(6, 10);
            lengthIs(dialect, 10);

            exchange.drop();
            exchange.awaitSubscriptions(2);
            exchange.tell(11, 15);
            lengthIs(dialect, 15);

            exchange.goAway();
            exchange.comeBack();
            exchange.awaitSubscriptions(3);
            dialect.ordinaryFrames().forEach(exchange::send);
            exchange.tell(16, 20);
            lengthIs(dialect, 20);
        }

        assertThat(published(dialect)).isEqualTo(expected(dialect, 20));
        assertThat(redis.client().xrange(letters, "-", "+"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getFields())
                        .containsEntry("payload", "{\"half a frame")
                        .containsEntry("dead_letter_reason", "invalid")
                        .containsEntry("dead_letter_origin", "under-test")
                        .hasEntrySatisfying(
                                "dead_letter_message",
                                message -> assertThat(message)
                                        .startsWith("Invalid " + dialect.label() + " frame: JSON: ")));
    }

    @Test
    void publishesWhatIsRightOfAFrameThatIsNot() throws Exception {
        try (FakeExchange exchange = FakeExchange.open(Dialect.BINANCE);
                CamelContext context = start(TemplateRoutes.YAML, exchange, Dialect.BINANCE, Map.of())) {
            exchange.awaitSubscriptions(1);
            String bad = Dialect.BINANCE.liquidation(Liquidation.number(7)).replace("\"T\":1757", "\"T\":-1757");

            exchange.send("[" + bad + "," + Dialect.BINANCE.liquidation(Liquidation.number(1)) + "]");
            exchange.tell(2, 3);
            lengthIs(Dialect.BINANCE, 3);

            Eventually.holds("all frames in JMX", () -> ofConsumer(context, "Frames") >= 3);
            assertThat(ofConsumer(context, "InvalidFrames")).isEqualTo(1);
        }

        assertThat(published(Dialect.BINANCE)).isEqualTo(expected(Dialect.BINANCE, 3));
        assertThat(redis.client().xrange(letters, "-", "+"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getFields().get("dead_letter_message"))
                        .isEqualTo("Invalid binance frame: [0].o.T: -1757000000007"
                                + " (expected: a time in milliseconds since 1970)"));
    }

    @Test
    void connectsOnceTheExchangeIsThere() throws Exception {
        try (FakeExchange exchange = FakeExchange.open(Dialect.KRAKEN)) {
            exchange.goAway();
            try (CamelContext context = start(TemplateRoutes.YAML, exchange, Dialect.KRAKEN, Map.of())) {
                exchange.comeBack();
                exchange.awaitSubscriptions(1);
                exchange.tell(1, 3);
                lengthIs(Dialect.KRAKEN, 3);
            }
        }

        assertThat(published(Dialect.KRAKEN)).isEqualTo(expected(Dialect.KRAKEN, 3));
    }

    @Test
    void connectsAnewWhenTheExchangeFallsSilent() throws Exception {
        Map<String, String> impatient = Map.of("keepAlive", "50ms", "maxSilence", "500ms");
        try (FakeExchange exchange = FakeExchange.open(Dialect.BYBIT);
                CamelContext context = start(TemplateRoutes.YAML, exchange, Dialect.BYBIT, impatient)) {
            exchange.awaitSubscriptions(1);
            Eventually.holds("a sign of life", () -> exchange.heard().contains("{\"op\":\"ping\"}"));

            exchange.setSilent(true);
            Eventually.holds("another try", () -> subscriptionsHeard(exchange) > 1);
            exchange.setSilent(false);

            exchange.awaitSubscriptions(2);
            exchange.tell(1, 3);
            lengthIs(Dialect.BYBIT, 3);
        }

        assertThat(published(Dialect.BYBIT)).isEqualTo(expected(Dialect.BYBIT, 3));
    }

    @Test
    void staysConnectedWhileNothingHappens() throws Exception {
        Map<String, String> impatient = Map.of("keepAlive", "50ms", "maxSilence", "500ms");
        try (FakeExchange exchange = FakeExchange.open(Dialect.KRAKEN);
                CamelContext context = start(TemplateRoutes.YAML, exchange, Dialect.KRAKEN, impatient)) {
            exchange.awaitSubscriptions(1);

            Eventually.holds("signs of life for longer than the silence allowed", () -> exchange.pings() > 20);

            assertThat(subscriptionsHeard(exchange)).isEqualTo(1);
        }
    }

    @Test
    void answersWhenTheExchangeAsksForASignOfLife() throws Exception {
        try (FakeExchange exchange = FakeExchange.open(Dialect.DERIBIT);
                CamelContext context = start(TemplateRoutes.YAML, exchange, Dialect.DERIBIT, Map.of())) {
            exchange.awaitSubscriptions(1);

            Dialect.DERIBIT.ordinaryFrames().forEach(exchange::send);

            Eventually.holds(
                    "an answer",
                    () -> exchange.heard().stream().anyMatch(message -> message.contains("\"public/test\"")));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"BINANCE", "OKX"})
    void leavesNothingBehindWhenItIsStoppedWhileTheExchangeIsAway(Dialect dialect) throws Exception {
        try (FakeExchange exchange = FakeExchange.open(dialect)) {
            exchange.goAway();
            CamelContext context = start(TemplateRoutes.YAML, exchange, dialect, Map.of("reconnectDelay", "30s"));

            context.close();

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.contains("gort-exchange-feed[" + dialect.label()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coinbase | wss://localhost/ws  |         | exchange: coinbase (expected: one with a public feed of liquidations",
                "binance  | https://localhost   |         | url: 'https://localhost' (expected: an address such as wss://host/path)",
                "bybit    | wss://localhost/ws  |         | symbols: none (expected: some of bybit, such as BTCUSDT",
                "okx      | wss://localhost/ws  | A       | contractValues: A (expected: instrument=value",
            })
    void failsAtStartAndSaysWhatIsWrong(String exchange, String url, String contractValues, String message) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("exchange", exchange, "url", url));
        if (contractValues != null) {
            parameters.put("contractValues", contractValues);
        }

        assertThatThrownBy(() -> TemplateRoutes.YAML.start(redis, "gort-exchange-feed", parameters))
                .hasStackTraceContaining(message);
    }

    private CamelContext start(TemplateRoutes way, FakeExchange exchange, Dialect dialect, Map<String, String> more)
            throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("exchange", dialect.label());
        parameters.put("url", exchange.url() + "?client=test&kind=feed");
        parameters.put("symbols", dialect.instrument());
        parameters.put("symbolNames", dialect.instrument() + "=" + symbol);
        if (dialect == Dialect.OKX) {
            parameters.put("contractValues", dialect.instrument() + "=0.01");
        }
        parameters.put("deadLetterStream", letters);
        parameters.put("reconnectDelay", "20ms");
        parameters.putAll(more);
        return way.start(redis, "gort-exchange-feed", parameters);
    }

    private void lengthIs(Dialect dialect, long expected) {
        Eventually.on(redis.client()).lengthIs(stream(dialect), expected);
    }

    private static long ofConsumer(CamelContext context, String attribute) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName consumers = new ObjectName("org.apache.camel:context=" + context.getName() + ",type=consumers,*");
        ObjectName consumer = server.queryNames(consumers, null).iterator().next();
        return (Long) server.getAttribute(consumer, attribute);
    }

    private static long subscriptionsHeard(FakeExchange exchange) {
        return exchange.heard().stream()
                .filter(message -> message.contains("subscribe"))
                .count();
    }

    private List<String> published(Dialect dialect) {
        return redis.client().xrange(stream(dialect), "-", "+").stream()
                .map(entry -> entry.getFields())
                .map(fields -> fields.get("timestamp") + " " + fields.get("side") + " " + fields.get("price") + " "
                        + fields.get("quantity"))
                .toList();
    }

    private static List<String> expected(Dialect dialect, int last) {
        List<String> sides = dialect == Dialect.BINANCE ? List.of("SELL", "BUY") : List.of("long", "short");
        return IntStream.rangeClosed(1, last)
                .mapToObj(Liquidation::number)
                .map(one -> one.time() + " " + sides.get(one.wasLong() ? 0 : 1) + " " + one.price() + " "
                        + one.coins().stripTrailingZeros().toPlainString())
                .toList();
    }

    private String stream(Dialect dialect) {
        return "liquidations:" + dialect.label() + ":" + symbol;
    }
}
