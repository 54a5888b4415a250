package io.gort.camel.streams.routes.heatmap.store;

import static io.gort.camel.streams.routes.heatmap.store.Liquidations.entry;
import static io.gort.camel.streams.routes.heatmap.store.Liquidations.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Side;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long what is counted is remembered, also where instances make different intervals. */
class HeatmapStoreExpiryIT extends HeatmapStoreScene {

    @Test
    void countsAnEntryAsLateOnceItsBucketMayBeForgotten() {
        HeatmapStore store = store(false, Interval.M1, Interval.H1);
        long limit = Duration.ofMinutes(1).plus(LATENESS).toMillis();
        LiquidationEvent event = event("okx", symbol, now, Side.SELL, "45000", "1");

        assertThat(store.apply(List.of(entry(event, now - limit - 1, 0)))).isEqualTo(new Applied(1, 0, 1));
        assertThat(store.apply(List.of(entry(event, now - limit + 60_000, 1)))).isEqualTo(new Applied(2, 0, 0));
    }

    @Test
    void keepsVolumesLongerThanAnEntryMayBeOldAndEntriesAsLongAsTheLongestOfThem() {
        HeatmapStore store = store(false, Interval.M1, Interval.D1);

        store.apply(List.of(entry(event("okx", symbol, now, Side.SELL, "45000", "1"), now, 0)));

        long limit = Duration.ofDays(1).plus(LATENESS).toMillis();
        assertThat(expiry("1m:" + now / 1_000 + ":lines"))
                .isGreaterThan(now + Duration.ofMinutes(1).plus(LATENESS).toMillis())
                .isLessThan(now + limit);
        assertThat(expiry("1d:" + now / 1_440_000 + ":lines")).isGreaterThan(now + limit);
        assertThat(expiry("counted:" + now / 60_000)).isEqualTo(expiry("1d:" + now / 1_440_000 + ":lines"));
        assertThat(redis.client().pttl("heatmap-state:{" + symbol + "}:auto"))
                .isGreaterThan(Duration.ofDays(1).toMillis());
    }

    @Test
    void countsAnEntryOnceInEachIntervalThoughInstancesMakeDifferentOnes() {
        HeatmapStore minutes = store(false, Interval.M1, Interval.M5);
        HeatmapStore longer = store(false, Interval.M5, Interval.D1);
        LiquidationEvent event = event("okx", symbol, now, Side.SELL, "45000", "1");
        List<LiquidationEntry> entries = List.of(entry(event, now, 0), entry(event, now, 1));

        assertThat(minutes.apply(entries)).isEqualTo(new Applied(4, 0, 0));
        assertThat(longer.apply(entries)).isEqualTo(new Applied(2, 2, 0));
        assertThat(minutes.apply(entries)).isEqualTo(new Applied(0, 4, 0));
        assertThat(longer.apply(entries)).isEqualTo(new Applied(0, 4, 0));

        for (Interval interval : List.of(Interval.M1, Interval.M5, Interval.D1)) {
            assertThat(Recomputed.of(heatmap(longer, interval)))
                    .isEqualTo(Recomputed.of(interval, List.of(event, event)));
        }
    }

    @Test
    void forgetsAnEntryNoSoonerBecauseAnotherInstanceMakesShorterIntervals() {
        LiquidationEvent event = event("okx", symbol, now, Side.SELL, "45000", "1");
        List<LiquidationEntry> known = List.of(entry(event, now, 0));
        List<LiquidationEntry> unknown = List.of(entry(event, now, 1));
        HeatmapStore minutes = store(false, Interval.M1);

        store(false, Interval.D1).apply(known);
        minutes.apply(known);
        minutes.apply(unknown);

        long limit = Duration.ofDays(1).plus(LATENESS).toMillis();
        assertThat(expiry("counted:" + now / 60_000)).isGreaterThan(now + limit);
        assertThat(redis.client().pttl("heatmap-state:{" + symbol + "}:auto"))
                .isGreaterThan(Duration.ofDays(1).toMillis());
    }

    private long expiry(String part) {
        return redis.client().pexpireTime("heatmap-state:{" + symbol + "}:auto:" + part);
    }
}
