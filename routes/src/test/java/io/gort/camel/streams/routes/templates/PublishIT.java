package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithRedis
class PublishIT {

    private RedisUnderTest redis;
    private String symbol;
    private String stream;
    private Map<String, String> parameters;
    private String letters;

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        stream = "liquidations:okx:" + symbol;
        letters = "dead-letter:" + symbol;
        parameters = Map.of("from", "direct:in", "stream", "liquidations", "deadLetterStream", letters);
    }

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void publishesWhatIsValid(TemplateRoutes way) throws Exception {
        try (CamelContext context = way.start(redis, "gort-publish", parameters)) {
            context.createProducerTemplate().sendBody("direct:in", json("45000"));
            context.createProducerTemplate().sendBody("direct:in", List.of(fields("1"), fields("2")));
        }

        assertThat(redis.client().xrange(stream, "-", "+"))
                .extracting(entry -> entry.getFields().get("price"))
                .containsExactly("45000", "1", "2");
        assertThat(redis.client().exists(letters)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void deadLettersWhatIsInvalidWithAllThatIsWrong(TemplateRoutes way) throws Exception {
        try (CamelContext context = way.start(redis, "gort-publish", parameters)) {
            context.createProducerTemplate()
                    .sendBody("direct:in", json("\"abc\"").replace("SELL", "up, down"));
            context.createProducerTemplate().sendBody("direct:in", List.of(fields("1"), fields("-2"), fields("3")));
            context.createProducerTemplate().sendBody("direct:in", "not, JSON");
        }

        assertThat(redis.client().xrange(stream, "-", "+"))
                .extracting(entry -> entry.getFields().get("price"))
                .containsExactly("1", "3");
        List<Map<String, String>> told = redis.client().xrange(letters, "-", "+").stream()
                .map(entry -> entry.getFields())
                .toList();
        assertThat(told)
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter)
                        .containsEntry("dead_letter_reason", "invalid")
                        .containsEntry("dead_letter_origin", "under-test")
                        .containsKey("dead_letter_time"));
        assertThat(told.get(0).get("dead_letter_message"))
                .contains("price: abc (expected: ", "side: up, down (expected: ");
        assertThat(told.get(0).get("payload")).contains("\"price\":\"abc\"");
        assertThat(told.get(1).get("payload")).contains("\"price\":\"-2\"");
        assertThat(told.get(2)).containsEntry("payload", "not, JSON");
    }

    @Test
    void deadLettersWhatIsNotThereAtAll() throws Exception {
        try (CamelContext context = TemplateRoutes.YAML.start(redis, "gort-publish", parameters)) {
            context.createProducerTemplate().sendBody("direct:in", null);
            context.createProducerTemplate().sendBody("direct:in", Arrays.asList(fields("1"), null, fields("3")));
        }

        assertThat(redis.client().xrange(stream, "-", "+"))
                .extracting(entry -> entry.getFields().get("price"))
                .containsExactly("1", "3");
        assertThat(redis.client().xrange(letters, "-", "+"))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.getFields())
                        .containsEntry("payload", "")
                        .containsEntry("dead_letter_message", "Invalid body: JSON: empty (expected: a JSON object)"));
    }

    private String json(String price) {
        return """
                {"exchange":"okx","symbol":"%s","timestamp":1757000000000,"side":"SELL","price":%s,"quantity":1,\
                "order_type":"liquidation"}""".formatted(symbol, price);
    }

    private Map<String, String> fields(String price) {
        return Map.of(
                "exchange", "okx",
                "symbol", symbol,
                "timestamp", "1757000000000",
                "side", "SELL",
                "price", price,
                "quantity", "1",
                "order_type", "liquidation");
    }
}
