package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Heatmaps in Redis, each kept for its interval's lifetime. */
final class HeatmapCache {

    private final StreamClient client;
    private final HeatmapCacheKey cacheKey;
    private final int generation;
    private final TradeCodec codec;

    /** @param generation for which generation of clients heatmaps are written, 1 or 2 */
    HeatmapCache(StreamClient client, HeatmapCacheKey cacheKey, int generation) {
        this.client = client;
        this.cacheKey = cacheKey;
        this.generation = generation;
        this.codec = new TradeCodec(cacheKey);
    }

    /** Puts a heatmap in, in place of the one before. */
    void put(HeatmapData heatmap) {
        codec.check(heatmap);
        client.put(
                cacheKey.keyFor(heatmap),
                generation == 1 ? codec.toGenerationOneJson(heatmap) : codec.toJson(heatmap),
                heatmap.interval().cacheLifetime());
    }

    /** The heatmap as it was put in; empty if there is none, or its lifetime is over. */
    Optional<HeatmapData> get(@Nullable String symbol, @Nullable String interval) {
        if (symbol == null || symbol.isBlank()) {
            throw invalid("symbol", symbol, "in the path or the header");
        }
        if (interval == null || Interval.find(interval).isEmpty()) {
            throw invalid("interval", interval, "one of 1s 1m 5m 15m 1h 4h 1d");
        }
        return client.get(cacheKey.keyFor(symbol, interval)).map(codec::heatmapFromJson);
    }

    private static InvalidEntryException invalid(String what, @Nullable String value, String expected) {
        return new InvalidEntryException("request", List.of(what + ": " + value + " (expected: " + expected + ")"));
    }
}
