package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithRedis
class CacheHeatmapIT {

    private static final long TIME = 1_757_000_000_000L;

    private final TradeCodec codec = new TradeCodec();

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void cachesAHeatmapAndAnnouncesIt(TemplateRoutes way, RedisUnderTest redis, TestKeys keys) throws Exception {
        HeatmapData heatmap = heatmap(keys.uniqueSymbol());

        try (CamelContext context = way.start(redis, "gort-cache-heatmap", Map.of("from", "direct:in"))) {
            context.createProducerTemplate().sendBody("direct:in", codec.toJson(heatmap));
        }

        String cache = "heatmap:cache:" + heatmap.symbol() + ":15m";
        assertThat(codec.heatmapFromJson(redis.client().get(cache))).isEqualTo(heatmap);
        assertThat(redis.client().ttl(cache)).isBetween(1_790L, 1_800L);
        assertThat(redis.client().xrange("heatmap:" + heatmap.symbol(), "-", "+"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getFields()).containsEntry("cache_key", cache));
    }

    @Test
    void cachesForTheOlderClients(RedisUnderTest redis, TestKeys keys) throws Exception {
        HeatmapData heatmap = heatmap(keys.uniqueSymbol());
        Map<String, String> parameters =
                Map.of("from", "direct:in", "generation", "1", "cacheKey", "heatmap:{symbol}:{interval}");

        try (CamelContext context = TemplateRoutes.YAML.start(redis, "gort-cache-heatmap", parameters)) {
            context.createProducerTemplate().sendBody("direct:in", heatmap);
        }

        assertThat(redis.client().get("heatmap:" + heatmap.symbol() + ":15m")).contains("liquidation_levels");
    }

    private static HeatmapData heatmap(String symbol) {
        HeatmapLevel level = new HeatmapLevel(
                new BigDecimal("44000"),
                new BigDecimal("300"),
                new BigDecimal("100"),
                new BigDecimal("400"),
                new BigDecimal("100"),
                TIME);
        return new HeatmapData(symbol, TIME, Interval.M15, new BigDecimal("45000"), List.of(level));
    }
}
