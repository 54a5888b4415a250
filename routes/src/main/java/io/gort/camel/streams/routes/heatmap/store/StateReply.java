package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.HeatmapState;
import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import io.gort.camel.streams.trade.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Reads the reply of {@code read.lua}.
 *
 * @param interval    whose buckets were asked for
 * @param firstBucket the number of the first of them; the others follow without a gap, two windows together
 * @param texts       the reply
 */
record StateReply(Interval interval, long firstBucket, List<String> texts) {

    private static final int HEAD = 3;

    /** The texts of the buckets that were asked for; none if the symbol has no state. */
    static List<String> buckets(List<String> reply) {
        return reply.isEmpty() ? reply : reply.subList(HEAD, reply.size());
    }

    /** Whether the symbol has no state. */
    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Whether the buckets that were asked for hold the whole window of the clock. */
    boolean coversItsWindow() {
        TimeBuckets cut = TimeBuckets.of(interval);
        return cut.oldestBucket(clock()) >= firstBucket && cut.bucketOf(clock()) < firstBucket + 2L * cut.count();
    }

    /** The symbol's clock. */
    long clock() {
        return Long.parseLong(texts.get(0));
    }

    long version() {
        return Long.parseLong(texts.get(2));
    }

    /** What the window of the clock holds. */
    HeatmapState state(String symbol) {
        TimeBuckets cut = TimeBuckets.of(interval);
        long oldest = cut.oldestBucket(clock());
        long newest = cut.bucketOf(clock());
        NavigableMap<BigDecimal, LevelVolume> levels = new TreeMap<>();
        long bucket = firstBucket;
        for (String text : buckets(texts)) {
            if (bucket >= oldest && bucket <= newest) {
                VolumeLines.read(text, volume -> levels.merge(volume.price(), volume, LevelVolume::plus));
            }
            bucket++;
        }
        return new HeatmapState(symbol, interval, clock(), new BigDecimal(texts.get(1)), List.copyOf(levels.values()));
    }
}
