package io.gort.camel.streams.trade.codec;

import static io.gort.camel.streams.trade.Samples.TIME;
import static io.gort.camel.streams.trade.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.HeatmapSummary;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.Samples;
import io.gort.camel.streams.trade.StreamName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatmapGenerationsTest {

    private static final String SUMMARY = "{\"total_long_liquidations\":300,\"total_short_liquidations\":200,"
            + "\"max_liquidation_price\":44000,\"max_liquidation_volume\":400,\"weighted_avg_long_price\":44000,"
            + "\"weighted_avg_short_price\":45000,\"significant_levels\":1,\"critical_zones\":[{\"price_start\":43000,"
            + "\"price_end\":45000,\"type\":\"mixed\",\"intensity\":80,\"volume\":400}]}";

    private final TradeCodec codec = new TradeCodec();

    @Test
    void writesHeatmapsForBoth() {
        Map<String, String> fields = codec.toFields(Samples.heatmap());

        assertThat(fields)
                .containsOnlyKeys(
                        "data",
                        "timestamp",
                        "symbol",
                        "interval",
                        "current_price",
                        "summary",
                        "clusters",
                        "levels_count",
                        "cache_key")
                .containsEntry("timestamp", "1757000000000")
                .containsEntry("symbol", "BTCUSDT")
                .containsEntry("interval", "15m")
                .containsEntry("current_price", "45000")
                .containsEntry("summary", SUMMARY)
                .containsEntry("levels_count", "2")
                .containsEntry("cache_key", "heatmap:cache:BTCUSDT:15m");
        assertThat(fields.get("data")).contains("\"levels\":[{", "\"liquidation_levels\":[{", "\"metadata\":{");
        assertThat(new TradeCodec(HeatmapCacheKey.GENERATION_ONE).toFields(Samples.heatmap()))
                .containsEntry("cache_key", "heatmap:BTCUSDT:15m");
    }

    @Test
    void readsGenerationOneHeatmapEntries() {
        Map<String, String> fields = Map.of(
                "data", codec.toGenerationOneJson(Samples.heatmap()), "timestamp", "1757000000000", "interval", "15m");

        assertThat(readHeatmap(fields).levels()).isEqualTo(Samples.heatmap().levels());
    }

    @Test
    void readsGenerationTwoHeatmapEntriesWithoutLevels() {
        Map<String, String> fields = new HashMap<>(codec.toFields(Samples.heatmap()));
        fields.remove("data");

        HeatmapData heatmap = readHeatmap(fields);

        assertThat(heatmap.levels()).isEmpty();
        assertThat(heatmap.clusters()).isEqualTo(Samples.heatmap().clusters());
        assertThat(heatmap.summary()).isEqualTo(Samples.heatmap().summary());
    }

    @Test
    void readsGenerationOneCache() {
        HeatmapData heatmap = codec.heatmapFromJson("""
                {"symbol": "BTCUSDT", "timestamp": 1757000000000, "interval": "15m", "current_price": 45000.0,
                 "liquidation_levels": [
                   {"price": 44000, "cumulative_long_liquidations": 3e2, "cumulative_short_liquidations": 100,
                    "estimated_impact": 0.1, "exchanges": ["binance", "okx"]},
                   {"price": 46000, "cumulative_long_liquidations": 0, "cumulative_short_liquidations": 100,
                    "estimated_impact": 0.1, "exchanges": null}],
                 "metadata": {"exchanges_covered": ["binance"], "data_completeness": 0.9, "calculation_time": 12,
                   "last_update": "2025-09-04T15:33:20Z"}}
                """);

        List<HeatmapLevel> levels = Samples.heatmap().levels();
        assertThat(heatmap).isEqualTo(new HeatmapData("BTCUSDT", TIME, Interval.M15, number("45000"), levels));
        assertThat(heatmap.summary()).isEqualTo(HeatmapSummary.of(levels));
    }

    @Test
    void readsGenerationTwoCache() {
        assertThat(codec.heatmapFromJson(codec.toJson(Samples.heatmap()))).isEqualTo(Samples.heatmap());
    }

    @Test
    void writesGenerationOneCache() {
        assertThat(codec.toGenerationOneJson(new HeatmapData(
                        "X",
                        "okx",
                        5,
                        Interval.H1,
                        number("4E1"),
                        List.of(Samples.level("1", "2", "3", "100")),
                        List.of(),
                        HeatmapSummary.of(List.of()))))
                .isEqualTo("{\"symbol\":\"X\",\"timestamp\":5,\"interval\":\"1h\",\"current_price\":40,"
                        + "\"liquidation_levels\":[{\"price\":1,\"cumulative_long_liquidations\":2,"
                        + "\"cumulative_short_liquidations\":3,\"estimated_impact\":100,\"exchanges\":[\"okx\"]}],"
                        + "\"metadata\":{\"exchanges_covered\":[\"okx\"],\"data_completeness\":1,"
                        + "\"calculation_time\":0,\"last_update\":5}}");
    }

    private HeatmapData readHeatmap(Map<String, String> fields) {
        return codec.fromFields(HeatmapData.class, StreamName.parse("heatmap:BTCUSDT"), fields);
    }
}
