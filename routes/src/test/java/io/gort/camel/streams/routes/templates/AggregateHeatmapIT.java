package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.params.XAddParams;

@WithRedis
class AggregateHeatmapIT {

    private RedisUnderTest redis;
    private String symbol;

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
    }

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void makesHeatmapsOfTheLiquidationsOfAllExchanges(TemplateRoutes way) throws Exception {
        long now = System.currentTimeMillis();
        add("binance", now - 100, "SELL", "45010", "2");
        add("okx", now, "short", "45030", "1");

        try (CamelContext context = way.start(
                redis,
                "gort-aggregate-heatmap",
                Map.of("symbol", symbol, "groupStart", "0", "intervals", "1m,1h", "refresh", "50ms"))) {
            redis.eventually()
                    .passes(() -> assertThat(redis.client().get("heatmap:cache:" + symbol + ":1h"))
                            .contains("\"total_long_liquidations\":90020")
                            .contains("\"total_short_liquidations\":45030")
                            .contains("\"current_price\":45030"));
            redis.eventually().pendingIs("liquidations:binance:" + symbol, "aggregator-group", 0);
        }
        assertThat(redis.client().exists("heatmap:cache:" + symbol + ":1m")).isTrue();
        assertThat(redis.client().exists("heatmap:cache:" + symbol + ":5m")).isFalse();
        assertThat(redis.client()
                        .xrevrange("heatmap:" + symbol, "+", "-", 1)
                        .get(0)
                        .getFields())
                .containsEntry("symbol", symbol)
                .containsKeys("interval", "levels_count", "cache_key", "summary", "clusters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0"})
    void countsTheRestOfABatchThatHasInvalidEntries(String lanes) throws Exception {
        long now = System.currentTimeMillis();
        add("okx", now, "long", "45030", "1");
        add("okx", now, "long", "abc", "1");
        add("okx", now + 3_600_000, "long", "45030", "1");
        add("okx", now, "long", "45030", "2");
        String stream = "liquidations:okx:" + symbol;

        try (CamelContext context = TemplateRoutes.JAVA.start(
                redis,
                "gort-aggregate-heatmap",
                Map.of("symbol", symbol, "groupStart", "0", "intervals", "1h", "refresh", "50ms", "lanes", lanes))) {
            redis.eventually()
                    .passes(() -> assertThat(redis.client().get("heatmap:cache:" + symbol + ":1h"))
                            .contains("\"total_long_liquidations\":135090"));
            redis.eventually().pendingIs(stream, "aggregator-group", 0);
        }
        assertThat(redis.client().xrange("dead-letter:{" + stream + "}", "-", "+"))
                .extracting(letter -> letter.getFields().get("dead_letter_reason"))
                .containsExactly("invalid", "invalid");
    }

    private void add(String exchange, long time, String side, String price, String quantity) {
        Map<String, String> fields = new HashMap<>(
                Map.of("timestamp", Long.toString(time), "side", side, "price", price, "quantity", quantity));
        fields.put("value", "0");
        fields.put("order_type", "liquidation");
        redis.client().xadd("liquidations:" + exchange + ":" + symbol, XAddParams.xAddParams(), fields);
    }
}
