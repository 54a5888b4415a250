package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.routes.heatmap.PriceGrid;
import io.gort.camel.streams.routes.heatmap.store.HeatmapSettings;
import io.gort.camel.streams.trade.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.CamelContext;

/** The options of {@link HeatmapAggregator}, as a template sets them. */
public final class AggregatorOptions {

    private String symbol = "";
    private String intervals = "1s,1m,5m,15m,1h,4h,1d";
    private String levelWidth = PriceGrid.AUTO.name();
    private String lateness = "10m";
    private String maxAhead = "1m";
    private String refresh = "1s";
    private boolean duplicateKey;
    private String cacheTo = "gort-streams:heatmap?operation=cacheHeatmap";
    private String streamTo = "gort-streams:heatmap";

    /**
     * The options, read.
     *
     * @param heatmaps what is counted
     * @param maxAhead how far ahead an event may be
     * @param refresh  how often changed heatmaps are published
     * @param targets  the endpoints that each is sent to, in this order
     */
    record Settings(HeatmapSettings heatmaps, Duration maxAhead, Duration refresh, List<String> targets) {

        Settings {
            if (refresh.toMillis() < 1) {
                throw new IllegalArgumentException("refresh: " + refresh + " (expected: at least one millisecond)");
            }
        }
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException                       naming the option, its value and what was expected
     * @throws org.apache.camel.ResolveEndpointFailedException likewise, for the options of its endpoints
     */
    Settings settings(CamelContext context) {
        return new Settings(
                new HeatmapSettings(
                        symbol,
                        Arrays.stream(intervals.split(","))
                                .map(String::trim)
                                .map(AggregatorOptions::interval)
                                .toList(),
                        PriceGrid.parse(levelWidth),
                        DurationOption.parse(context, "lateness", lateness),
                        duplicateKey),
                DurationOption.parse(context, "maxAhead", maxAhead),
                DurationOption.parse(context, "refresh", refresh),
                List.of(resolved(context, cacheTo), resolved(context, streamTo)));
    }

    /** An endpoint that cannot be made fails now, not whenever a heatmap is published. */
    private static String resolved(CamelContext context, String uri) {
        context.getEndpoint(uri);
        return uri;
    }

    private static Interval interval(String label) {
        return Interval.find(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "intervals: " + label + " (expected: 1s, 1m, 5m, 15m, 1h, 4h, 1d, with commas between)"));
    }

    public String getSymbol() {
        return symbol;
    }

    /** The instrument whose liquidations are counted. */
    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public String getIntervals() {
        return intervals;
    }

    /** Which heatmaps are made, with commas between. */
    public void setIntervals(String intervals) {
        this.intervals = intervals;
    }

    public String getLevelWidth() {
        return levelWidth;
    }

    /** How prices are cut into levels: {@link PriceGrid#parse}. */
    public void setLevelWidth(String levelWidth) {
        this.levelWidth = levelWidth;
    }

    public String getLateness() {
        return lateness;
    }

    /** How long after an interval's length its entries may still come. */
    public void setLateness(String lateness) {
        this.lateness = lateness;
    }

    public String getMaxAhead() {
        return maxAhead;
    }

    /** How far ahead of this machine's clock an event may be. */
    public void setMaxAhead(String maxAhead) {
        this.maxAhead = maxAhead;
    }

    public String getRefresh() {
        return refresh;
    }

    /** How often the heatmaps that changed are published. */
    public void setRefresh(String refresh) {
        this.refresh = refresh;
    }

    public boolean isDuplicateKey() {
        return duplicateKey;
    }

    /** Whether entries that tell the same liquidation are counted once. */
    public void setDuplicateKey(boolean duplicateKey) {
        this.duplicateKey = duplicateKey;
    }

    public String getCacheTo() {
        return cacheTo;
    }

    /** The endpoint that caches a heatmap. */
    public void setCacheTo(String cacheTo) {
        this.cacheTo = cacheTo;
    }

    public String getStreamTo() {
        return streamTo;
    }

    /** The endpoint that adds a heatmap to its stream. */
    public void setStreamTo(String streamTo) {
        this.streamTo = streamTo;
    }
}
