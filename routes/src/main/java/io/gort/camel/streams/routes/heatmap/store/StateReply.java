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

    /** What ends the field of a level's volume of long positions. */
    static final String LONG = "l";

    /** What ends the field of a level's volume of short positions. */
    static final String SHORT = "s";

    private static final int HEAD = 3;

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
        for (int at = HEAD; at < texts.size(); bucket++) {
            int size = Integer.parseInt(texts.get(at));
            if (bucket >= oldest && bucket <= newest) {
                addBucket(texts.subList(at + 1, at + 1 + size), levels);
            }
            at += 1 + size;
        }
        return new HeatmapState(symbol, interval, clock(), new BigDecimal(texts.get(1)), List.copyOf(levels.values()));
    }

    private static void addBucket(List<String> fields, NavigableMap<BigDecimal, LevelVolume> levels) {
        for (int i = 0; i < fields.size(); i += 2) {
            String field = fields.get(i);
            int colon = field.lastIndexOf(':');
            LevelVolume part = part(
                    new BigDecimal(field.substring(0, colon)),
                    field.substring(colon + 1),
                    Long.parseLong(fields.get(i + 1)));
            levels.merge(part.price(), part, LevelVolume::plus);
        }
    }

    private static LevelVolume part(BigDecimal level, String what, long value) {
        return switch (what) {
            case LONG -> new LevelVolume(level, value, 0, 0);
            case SHORT -> new LevelVolume(level, 0, value, 0);
            default -> new LevelVolume(level, 0, 0, value);
        };
    }
}
