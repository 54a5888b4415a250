package io.gort.camel.streams.trade;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where cached heatmaps are kept: a key for each symbol and interval.
 *
 * @param pattern the key with {@code {symbol}} and {@code {interval}} in it
 */
public record HeatmapCacheKey(String pattern) {

    /** {@code heatmap:cache:{symbol}:{interval}}, as the newer clients have it. */
    public static final HeatmapCacheKey DEFAULT = new HeatmapCacheKey("heatmap:cache:{symbol}:{interval}");

    /** {@code heatmap:{symbol}:{interval}}, as the older clients have it. */
    public static final HeatmapCacheKey GENERATION_ONE = new HeatmapCacheKey("heatmap:{symbol}:{interval}");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(symbol|interval)}");

    /** @throws IllegalArgumentException if a placeholder is missing, so that two heatmaps would share a key */
    public HeatmapCacheKey {
        if (!pattern.contains("{symbol}") || !pattern.contains("{interval}")) {
            throw new IllegalArgumentException(
                    "cache key pattern: '" + pattern + "' (expected: with {symbol} and {interval})");
        }
    }

    /** The key of this heatmap. */
    public String keyFor(HeatmapData heatmap) {
        return keyFor(heatmap.symbol(), heatmap.interval().label());
    }

    /** The key of the heatmap of a symbol and an interval, such as {@code 15m}. */
    public String keyFor(String symbol, String interval) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("symbol") ? symbol : interval));
    }
}
