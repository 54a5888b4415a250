package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * The heatmap as the first generation caches it: {@code liquidation_levels} and {@code metadata} in place of levels,
 * clusters and summary. Of a level it has neither volume, intensity nor time: the volume is long and short together,
 * the intensity its share of the largest, the time that of the heatmap. An estimated impact is written as the
 * intensity, as the model has nothing closer; metadata are not read.
 */
final class GenerationOneHeatmap {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private GenerationOneHeatmap() {}

    static List<HeatmapLevel> readLevels(Members members, long timestamp) {
        List<Level> levels = members.list(
                "liquidation_levels",
                level -> new Level(
                        level.number("price"),
                        level.number("cumulative_long_liquidations"),
                        level.number("cumulative_short_liquidations")));
        BigDecimal largest = levels.stream().map(Level::volume).reduce(BigDecimal.ZERO, BigDecimal::max);
        return levels.stream().map(level -> level.toLevel(largest, timestamp)).toList();
    }

    static ObjectNode write(HeatmapData heatmap) {
        ObjectNode members = Json.object();
        members.put("symbol", heatmap.symbol());
        members.put("timestamp", heatmap.timestamp());
        members.put("interval", heatmap.interval().label());
        members.put("current_price", heatmap.currentPrice());
        addTo(members, heatmap);
        return members;
    }

    /** Adds what only this generation has, so that one JSON object serves both. */
    static void addTo(ObjectNode members, HeatmapData heatmap) {
        ArrayNode levels = members.putArray("liquidation_levels");
        heatmap.levels().forEach(level -> writeLevel(level, heatmap, levels.addObject()));
        ObjectNode metadata = members.putObject("metadata");
        writeExchanges(heatmap, metadata.putArray("exchanges_covered"));
        metadata.put("data_completeness", 1);
        metadata.put("calculation_time", 0);
        metadata.put("last_update", heatmap.timestamp());
    }

    private static void writeLevel(HeatmapLevel level, HeatmapData heatmap, ObjectNode to) {
        to.put("price", level.price());
        to.put("cumulative_long_liquidations", level.longLiquidations());
        to.put("cumulative_short_liquidations", level.shortLiquidations());
        to.put("estimated_impact", level.intensity());
        writeExchanges(heatmap, to.putArray("exchanges"));
    }

    private static void writeExchanges(HeatmapData heatmap, ArrayNode to) {
        if (heatmap.exchange() != null) {
            to.add(heatmap.exchange());
        }
    }

    private record Level(BigDecimal price, BigDecimal longs, BigDecimal shorts) {

        BigDecimal volume() {
            return longs.add(shorts);
        }

        HeatmapLevel toLevel(BigDecimal largest, long timestamp) {
            BigDecimal intensity = largest.signum() == 0
                    ? BigDecimal.ZERO
                    : volume().multiply(HUNDRED).divide(largest, MathContext.DECIMAL64);
            return new HeatmapLevel(price, longs, shorts, volume(), intensity, timestamp);
        }
    }
}
