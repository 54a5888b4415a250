package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.CriticalZone;
import io.gort.camel.streams.trade.HeatmapCluster;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.HeatmapSummary;
import io.gort.camel.streams.trade.ZoneType;
import java.util.List;

/** Levels, clusters and summary of a heatmap, in the second generation's form. */
final class HeatmapParts {

    private HeatmapParts() {}

    static HeatmapLevel readLevel(Members members) {
        return new HeatmapLevel(
                members.number("price"),
                members.number("long_liquidations"),
                members.number("short_liquidations"),
                members.number("total_volume"),
                members.number("intensity"),
                members.integer("timestamp"));
    }

    static void writeLevels(List<HeatmapLevel> levels, ArrayNode to) {
        for (HeatmapLevel level : levels) {
            ObjectNode members = to.addObject();
            members.put("price", level.price());
            members.put("long_liquidations", level.longLiquidations());
            members.put("short_liquidations", level.shortLiquidations());
            members.put("total_volume", level.totalVolume());
            members.put("intensity", level.intensity());
            members.put("timestamp", level.timestamp());
        }
    }

    static HeatmapCluster readCluster(Members members) {
        return new HeatmapCluster(
                members.text("symbol"),
                members.number("price_range_start"),
                members.number("price_range_end"),
                members.optionalList("levels", HeatmapParts::readLevel),
                members.number("total_volume"),
                members.number("peak_intensity"),
                members.integer("updated_at"));
    }

    static void writeClusters(List<HeatmapCluster> clusters, ArrayNode to) {
        for (HeatmapCluster cluster : clusters) {
            ObjectNode members = to.addObject();
            members.put("symbol", cluster.symbol());
            members.put("price_range_start", cluster.priceRangeStart());
            members.put("price_range_end", cluster.priceRangeEnd());
            writeLevels(cluster.levels(), members.putArray("levels"));
            members.put("total_volume", cluster.totalVolume());
            members.put("peak_intensity", cluster.peakIntensity());
            members.put("updated_at", cluster.updatedAt());
        }
    }

    static HeatmapSummary readSummary(Members members) {
        return new HeatmapSummary(
                members.number("total_long_liquidations"),
                members.number("total_short_liquidations"),
                members.number("max_liquidation_price"),
                members.number("max_liquidation_volume"),
                members.number("weighted_avg_long_price"),
                members.number("weighted_avg_short_price"),
                members.integer("significant_levels"),
                members.optionalList("critical_zones", HeatmapParts::readZone));
    }

    static void writeSummary(HeatmapSummary summary, ObjectNode to) {
        to.put("total_long_liquidations", summary.totalLongLiquidations());
        to.put("total_short_liquidations", summary.totalShortLiquidations());
        to.put("max_liquidation_price", summary.maxLiquidationPrice());
        to.put("max_liquidation_volume", summary.maxLiquidationVolume());
        to.put("weighted_avg_long_price", summary.weightedAvgLongPrice());
        to.put("weighted_avg_short_price", summary.weightedAvgShortPrice());
        to.put("significant_levels", summary.significantLevels());
        ArrayNode zones = to.putArray("critical_zones");
        summary.criticalZones().forEach(zone -> writeZone(zone, zones.addObject()));
    }

    private static CriticalZone readZone(Members members) {
        return new CriticalZone(
                members.number("price_start"),
                members.number("price_end"),
                members.oneOf("type", ZoneType::find, ZoneType.MIXED, "long, short or mixed"),
                members.number("intensity"),
                members.number("volume"));
    }

    private static void writeZone(CriticalZone zone, ObjectNode to) {
        to.put("price_start", zone.priceStart());
        to.put("price_end", zone.priceEnd());
        to.put("type", zone.type().wireName());
        to.put("intensity", zone.intensity());
        to.put("volume", zone.volume());
    }
}
