package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch adds, by time bucket and level. The entries are added up for the shortest interval; what the others hold is
 * added up from that, as a bucket of each is several whole ones of the shorter.
 *
 * @param cut     how time is cut
 * @param buckets the buckets to which something is added, in the order of time
 */
record BatchSums(TimeBuckets cut, List<Bucket> buckets) {

    /**
     * One bucket.
     *
     * @param number its number
     * @param levels what is added; the same object in buckets of several intervals to which the same is added
     */
    record Bucket(long number, Levels levels) {}

    /** Sums by level. */
    static final class Levels {

        private final Map<BigDecimal, LevelVolume> sums = new LinkedHashMap<>();

        void add(LevelVolume volume) {
            sums.merge(volume.price(), volume, LevelVolume::plus);
        }

        Collection<LevelVolume> sums() {
            return sums.values();
        }
    }

    /** @param volumes what the entries add, in the order of time */
    static BatchSums of(TimeBuckets cut, List<LevelVolume> volumes) {
        List<Bucket> buckets = new ArrayList<>();
        Bucket open = null;
        for (LevelVolume volume : volumes) {
            long number = cut.bucketOf(volume.timestamp());
            if (open == null || open.number() != number) {
                open = new Bucket(number, new Levels());
                buckets.add(open);
            }
            open.levels().add(volume);
        }
        return new BatchSums(cut, buckets);
    }

    /** The same in longer buckets, each of which is several whole ones of these. */
    BatchSums in(TimeBuckets longer) {
        List<Bucket> merged = new ArrayList<>();
        for (int from = 0; from < buckets.size(); ) {
            long number = numberIn(longer, from);
            int end = from + 1;
            while (end < buckets.size() && numberIn(longer, end) == number) {
                end++;
            }
            merged.add(new Bucket(number, together(buckets.subList(from, end))));
            from = end;
        }
        return new BatchSums(longer, merged);
    }

    private long numberIn(TimeBuckets longer, int index) {
        return longer.bucketOf(buckets.get(index).number() * cut.millis());
    }

    private static Levels together(List<Bucket> parts) {
        if (parts.size() == 1) {
            return parts.get(0).levels();
        }
        Levels levels = new Levels();
        parts.forEach(part -> part.levels().sums().forEach(levels::add));
        return levels;
    }
}
