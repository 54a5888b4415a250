package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A liquidation heatmap: what would be liquidated at which price.
 *
 * @param symbol       the instrument
 * @param exchange     where the data comes from; null for all exchanges together
 * @param timestamp    when it was computed, in milliseconds since 1970
 * @param interval     the time that it covers
 * @param currentPrice the price when it was computed, above zero
 * @param levels       its levels, unmodifiable; at least one, except as read from an entry that only announces a
 *                     cached heatmap
 * @param clusters     neighbouring levels that belong together, unmodifiable
 * @param summary      the heatmap in a few numbers
 */
public record HeatmapData(
        String symbol,
        @Nullable String exchange,
        long timestamp,
        Interval interval,
        BigDecimal currentPrice,
        List<HeatmapLevel> levels,
        List<HeatmapCluster> clusters,
        HeatmapSummary summary)
        implements TradeRecord {

    public HeatmapData {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(summary, "summary");
        exchange = exchange == null || exchange.isEmpty() ? null : exchange;
        currentPrice = Decimals.amount("currentPrice", currentPrice);
        levels = List.copyOf(levels);
        clusters = List.copyOf(clusters);
    }

    /** A heatmap without clusters, whose summary is derived by {@link HeatmapSummary#of}. */
    public HeatmapData(
            String symbol, long timestamp, Interval interval, BigDecimal currentPrice, List<HeatmapLevel> levels) {
        this(symbol, null, timestamp, interval, currentPrice, levels, List.of(), HeatmapSummary.of(levels));
    }

    @Override
    public DataType dataType() {
        return DataType.HEATMAP;
    }

    @Override
    public List<Violation> violations() {
        return Rules.common(this)
                .aboveZero("current_price", currentPrice)
                .notEmpty("levels", levels, "at least one level")
                .violations();
    }
}
