package io.gort.camel.streams.routes.heatmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import io.gort.camel.streams.trade.Interval;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchSumsTest {

    private static final long SOME_TIME = 1_757_000_000_000L;

    @ParameterizedTest
    @EnumSource(Interval.class)
    void ofAnIntervalAreTheSameWhetherTheyCameFromTheEntriesOrFromAShorterInterval(Interval longer) {
        List<LevelVolume> volumes = volumes(new Random(5), 300);
        for (Interval shorter : Interval.values()) {
            if (shorter.compareTo(longer) < 0) {
                BatchSums sums = BatchSums.of(TimeBuckets.of(shorter), volumes).in(TimeBuckets.of(longer));

                assertThat(byBucket(sums)).isEqualTo(byBucket(BatchSums.of(TimeBuckets.of(longer), volumes)));
            }
        }
    }

    @Test
    void addUpWhatFallsIntoABucketAndOnALevel() {
        BatchSums sums = BatchSums.of(
                TimeBuckets.of(Interval.M1),
                List.of(volume("1", 9, 999), volume("2", 21, 1_000), volume("1", 30, 1_500), volume("1", 42, 1_600)));

        assertThat(byBucket(sums))
                .isEqualTo(Map.of(
                        0L, List.of(volume("1", 9, 999)),
                        1L, List.of(volume("2", 21, 1_000), volume("1", 72, 1_600))));
    }

    @Test
    void areTheSameObjectWhereALongerBucketHasNothingElse() {
        BatchSums minute = BatchSums.of(TimeBuckets.of(Interval.M1), List.of(volume("1", 10, 1_000)));
        BatchSums day = minute.in(TimeBuckets.of(Interval.D1));

        assertThat(day.buckets().get(0).levels())
                .isSameAs(minute.buckets().get(0).levels());
    }

    private static Map<Long, List<LevelVolume>> byBucket(BatchSums sums) {
        Map<Long, List<LevelVolume>> found = new LinkedHashMap<>();
        sums.buckets()
                .forEach(bucket ->
                        found.put(bucket.number(), List.copyOf(bucket.levels().sums())));
        return found;
    }

    private static List<LevelVolume> volumes(Random random, int count) {
        return LongStream.generate(() -> SOME_TIME + random.nextLong(4_000_000))
                .limit(count)
                .sorted()
                .mapToObj(time -> volume(Integer.toString(1 + random.nextInt(4)), random.nextInt(1_000), time))
                .toList();
    }

    private static LevelVolume volume(String level, long micros, long time) {
        return new LevelVolume(new BigDecimal(level), micros, micros / 3, time);
    }
}
