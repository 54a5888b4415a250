package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.params.XAddParams;

@WithRedis
class ConsumeIT {

    private RedisUnderTest redis;
    private String key;
    private String stream;
    private String letters;

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        key = keys.key("plain");
        stream = "liquidations:okx:" + keys.uniqueSymbol();
        letters = "dead-letter:{" + stream + "}";
    }

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void givesEachEntryDecodedToTheEndpointAndDeadLettersWhatIsInvalid(TemplateRoutes way) throws Exception {
        add(stream, "45001");
        add(stream, "abc");
        add(stream, "46000");

        try (CamelContext context = way.start(redis, "gort-consume", parameters(stream))) {
            MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
            out.expectedMessageCount(2);
            out.assertIsSatisfied();
            assertThat(out.getExchanges())
                    .extracting(exchange -> exchange.getMessage()
                            .getBody(LiquidationEvent.class)
                            .price()
                            .toPlainString())
                    .containsExactly("45001", "46000");
            redis.eventually().lengthIs(letters, 1);
            redis.eventually().pendingIs(stream, "storage", 0);
        }
        assertThat(redis.client().xrange(letters, "-", "+").get(0).getFields())
                .containsEntry("price", "abc")
                .containsEntry("dead_letter_reason", "invalid");
    }

    @Test
    void tellsWhatIsWrongWithAnInvalidEntryInOneLine() throws Exception {
        add(stream, "abc");
        Logger camel = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        camel.addAppender(log);

        try (CamelContext context = TemplateRoutes.JAVA.start(redis, "gort-consume", parameters(stream))) {
            redis.eventually().lengthIs(letters, 1);
        } finally {
            camel.detachAppender(log);
        }

        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getFormattedMessage())
                            .startsWith(stream + "/")
                            .contains("is given up. Invalid liquidation event: price: abc (expected: ");
                    assertThat(event.getThrowableProxy()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({"record, LiquidationEvent", "json, String", "fields, LinkedHashMap"})
    void givesTheFormThatIsWanted(String form, String type) throws Exception {
        add(stream, "45001");
        Map<String, String> parameters = parameters(stream);
        parameters.put("form", form);

        try (CamelContext context = TemplateRoutes.JAVA.start(redis, "gort-consume", parameters)) {
            MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
            out.expectedMessageCount(1);
            out.assertIsSatisfied();
            Object body = out.getExchanges().get(0).getMessage().getBody();
            assertThat(body.getClass().getSimpleName()).isEqualTo(type);
            assertThat(body.toString()).contains("45001");
        }
    }

    @Test
    void givesEntriesOfOtherStreamsAsJsonToo() throws Exception {
        redis.client().xadd(key, XAddParams.xAddParams(), Map.of("a", "1"));
        Map<String, String> parameters = parameters(key);
        parameters.put("form", "json");

        try (CamelContext context = TemplateRoutes.JAVA.start(redis, "gort-consume", parameters)) {
            MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
            out.expectedBodiesReceived("{\"a\":\"1\"}");
            out.assertIsSatisfied();
        }
    }

    @Test
    void triesAgainWhatFailsAndGivesItUpAtTheLimit() throws Exception {
        add(stream, "45001");
        Map<String, String> parameters = parameters(stream);
        parameters.put("maxDeliveries", "2");
        parameters.put("minIdle", "200ms");
        parameters.put("claimInterval", "100ms");
        parameters.put("to", "direct:nowhere?block=false");

        try (CamelContext context = TemplateRoutes.JAVA.start(redis, "gort-consume", parameters)) {
            redis.eventually().lengthIs(letters, 1);
        }
        assertThat(redis.client().xrange(letters, "-", "+").get(0).getFields())
                .containsEntry("dead_letter_reason", "failed")
                .containsEntry("dead_letter_delivery_count", "2");
    }

    private static Map<String, String> parameters(String stream) {
        return new HashMap<>(Map.of(
                "stream", stream, "group", "storage", "groupStart", "0", "to", "mock:out", "blockTimeout", "1s"));
    }

    private void add(String streamKey, String price) {
        redis.client()
                .xadd(
                        streamKey,
                        XAddParams.xAddParams(),
                        Map.of(
                                "timestamp", "1757000000000",
                                "side", "SELL",
                                "price", price,
                                "quantity", "1",
                                "value", "0",
                                "order_type", "liquidation"));
    }
}
