package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.HeatmapSummary;
import io.gort.camel.streams.trade.Interval;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole heatmap as JSON: written as the second generation does, read from both. */
final class HeatmapForm extends RecordForm<HeatmapData> {

    static final HeatmapForm INSTANCE = new HeatmapForm();

    private HeatmapForm() {
        super(HeatmapData.class, "heatmap");
    }

    @Override
    HeatmapData read(Members members) {
        String symbol = members.text("symbol");
        String exchange = members.optionalText("exchange");
        long timestamp = members.integer("timestamp");
        Interval interval = readInterval(members);
        BigDecimal currentPrice = members.number("current_price");
        List<HeatmapLevel> levels = readLevels(members, timestamp);
        @Nullable HeatmapSummary summary = members.optionalObject("summary", HeatmapParts::readSummary);
        return new HeatmapData(
                symbol,
                exchange,
                timestamp,
                interval,
                currentPrice,
                levels,
                members.optionalList("clusters", HeatmapParts::readCluster),
                summary == null ? HeatmapSummary.of(levels) : summary);
    }

    static Interval readInterval(Members members) {
        return members.oneOf("interval", Interval::find, Interval.M1, "1s, 1m, 5m, 15m, 1h, 4h or 1d");
    }

    private static List<HeatmapLevel> readLevels(Members members, long timestamp) {
        return members.firstOf("levels", "liquidation_levels").equals("levels")
                ? members.optionalList("levels", HeatmapParts::readLevel)
                : GenerationOneHeatmap.readLevels(members, timestamp);
    }

    @Override
    void write(HeatmapData heatmap, ObjectNode to) {
        to.put("symbol", heatmap.symbol());
        if (heatmap.exchange() != null) {
            to.put("exchange", heatmap.exchange());
        }
        to.put("timestamp", heatmap.timestamp());
        to.put("interval", heatmap.interval().label());
        to.put("current_price", heatmap.currentPrice());
        HeatmapParts.writeLevels(heatmap.levels(), to.putArray("levels"));
        HeatmapParts.writeClusters(heatmap.clusters(), to.putArray("clusters"));
        HeatmapParts.writeSummary(heatmap.summary(), to.putObject("summary"));
    }
}
