package io.gort.camel.streams.routes.heatmap.store;

import static io.gort.camel.streams.routes.heatmap.store.Liquidations.entry;
import static io.gort.camel.streams.routes.heatmap.store.Liquidations.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What buckets hold stays short and stays the same, however often is added to them. */
class HeatmapStoreFoldingIT extends HeatmapStoreScene {

    /** Below this nothing is folded. */
    private static final long SHORT = 8_192;

    private static final int BATCH = 50;

    private String bucket;

    @BeforeEach
    void beginAMinute() {
        now = now / 60_000 * 60_000;
        bucket = "heatmap-state:{" + symbol + "}:auto:1h:" + now / 60_000 + ":lines";
    }

    @Test
    void foldsWhatFewLevelsHaveBecomeLongByAndKeepsWhatItSays() {
        HeatmapStore store = store(false, Interval.H1);
        List<LiquidationEntry> entries = fewLevels(5_000);
        long longest = 0;
        for (int from = 0; from < entries.size(); from += BATCH) {
            store.apply(entries.subList(from, from + BATCH));
            longest = Math.max(longest, redis.client().strlen(bucket));
        }

        assertThat(longest).isBetween(SHORT / 2, SHORT);
        assertThat(redis.client().pttl(bucket)).isPositive();
        assertThat(Recomputed.of(heatmap(store, Interval.H1))).isEqualTo(Recomputed.of(Interval.H1, events(entries)));
    }

    @Test
    void foldsWhatIsLookedAtOneByOneToo() {
        HeatmapStore store = store(false, Interval.H1);
        List<LiquidationEntry> entries = fewLevels(2_000);
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<LiquidationEntry> batch = new ArrayList<>(entries.subList(from, from + BATCH));
            batch.add(batch.get(0));
            store.apply(batch);
        }

        assertThat(redis.client().strlen(bucket)).isBetween(1L, SHORT);
        assertThat(Recomputed.of(heatmap(store, Interval.H1))).isEqualTo(Recomputed.of(Interval.H1, events(entries)));
    }

    @Test
    void waitsUntilThereIsAsMuchAgainWhereManyLevelsLeaveALongText() {
        HeatmapStore store = store(false, Interval.H1);
        List<LiquidationEntry> entries = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            entries.add(entry(
                    event("okx", symbol, now, Side.SELL, Integer.toString(10_000 + 10 * (i % 500)), "1"), now, i));
        }
        store.apply(entries.subList(0, 500));
        String folded = redis.client().get(bucket);
        store.apply(entries.subList(500, 900));

        assertThat(folded).startsWith(Integer.toString(folded.length() - folded.indexOf('\n') - 1));
        assertThat(redis.client().get(bucket)).startsWith(folded).hasSizeGreaterThan(folded.length());
        assertThat(Recomputed.of(heatmap(store, Interval.H1))).isEqualTo(Recomputed.of(Interval.H1, events(entries)));
    }

    @Test
    void losesNothingThatIsAppendedMeanwhile() {
        VolumeFolder folder = new VolumeFolder(client, store(false, Interval.H1).head());
        store(false, Interval.H1).apply(fewLevels(10));
        String before = redis.client().get(bucket);
        LevelVolume more = new LevelVolume(new BigDecimal("44800"), 7, 0, now);

        folder.fold(List.of(bucket));
        redis.client().append(bucket, VolumeLines.of(List.of(more)));
        folder.fold(List.of(bucket));

        assertThat(redis.client().get(bucket)).isEqualTo(VolumeLines.folded(before + VolumeLines.of(List.of(more))));
    }

    private List<LiquidationEntry> fewLevels(int count) {
        Random random = new Random(11);
        List<LiquidationEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String price = Integer.toString(44_800 + 20 * random.nextInt(12));
            Side side = random.nextBoolean() ? Side.SELL : Side.BUY;
            entries.add(entry(event("okx", symbol, now + random.nextInt(1_000), side, price, "0.12345678"), now, i));
        }
        return entries;
    }
}
