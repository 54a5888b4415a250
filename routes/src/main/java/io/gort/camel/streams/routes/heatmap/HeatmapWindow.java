package io.gort.camel.streams.routes.heatmap;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The volumes of one symbol and interval: time buckets × price levels. What it holds in the end depends on the events
 * and not on their order, as long as it is not full. Not safe for several threads; {@link SymbolHeatmaps} guards it.
 */
final class HeatmapWindow {

    /** What became of an event. */
    enum Outcome {
        COUNTED,
        /** Older than the window. */
        LATE,
        /** The window is full and the event would have needed another cell. */
        FULL
    }

    private final TimeBuckets buckets;
    private final int maxCells;
    private final NavigableMap<Long, NavigableMap<BigDecimal, LevelVolume>> volumes = new TreeMap<>();
    private int cells;

    /**
     * @param buckets  how time is cut
     * @param maxCells how many pairs of time bucket and price level it holds at most
     */
    HeatmapWindow(TimeBuckets buckets, int maxCells) {
        this.buckets = buckets;
        this.maxCells = maxCells;
    }

    /** Counts a volume at its own timestamp, when the symbol's clock is {@code clock}. */
    Outcome add(LevelVolume volume, long clock) {
        forgetBefore(buckets.oldestBucket(clock));
        long bucket = buckets.bucketOf(volume.timestamp());
        if (bucket < buckets.oldestBucket(clock)) {
            return Outcome.LATE;
        }
        NavigableMap<BigDecimal, LevelVolume> levels = volumes.computeIfAbsent(bucket, b -> new TreeMap<>());
        if (!levels.containsKey(volume.price())) {
            if (cells >= maxCells) {
                return Outcome.FULL;
            }
            cells++;
        }
        levels.merge(volume.price(), volume, LevelVolume::plus);
        return Outcome.COUNTED;
    }

    /** What the window holds, one element for each level, ascending by price. */
    List<LevelVolume> levels() {
        NavigableMap<BigDecimal, LevelVolume> sums = new TreeMap<>();
        volumes.values()
                .forEach(levels -> levels.forEach((price, volume) -> sums.merge(price, volume, LevelVolume::plus)));
        return List.copyOf(sums.values());
    }

    private void forgetBefore(long oldest) {
        while (!volumes.isEmpty() && volumes.firstKey() < oldest) {
            cells -= volumes.pollFirstEntry().getValue().size();
        }
    }
}
