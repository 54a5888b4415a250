package io.gort.camel.streams.routes.heatmap.store;

import static io.gort.camel.streams.routes.heatmap.store.Liquidations.entry;
import static io.gort.camel.streams.routes.heatmap.store.Liquidations.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts, how often, and what is refused. */
class HeatmapStoreIT extends HeatmapStoreScene {

    @ParameterizedTest
    @EnumSource(Interval.class)
    void countsWhatAStraightforwardSumCountsWhateverTheOrderAndHoweverOften(Interval interval) {
        long span = 2 * interval.duration().toMillis();
        List<LiquidationEntry> entries = Liquidations.within(now, span, symbol, 400, new Random(1));
        List<LiquidationEntry> delivered = new ArrayList<>(entries);
        delivered.addAll(entries.subList(0, 150));
        Collections.shuffle(delivered, new Random(2));

        HeatmapStore store = store(false, interval);
        for (int from = 0; from < delivered.size(); from += 30) {
            store.apply(delivered.subList(from, Math.min(delivered.size(), from + 30)));
        }

        assertThat(Recomputed.of(heatmap(store, interval))).isEqualTo(Recomputed.of(interval, events(entries)));
    }

    @Test
    void countsEachEntryOnceThoughMembersRace() throws Exception {
        List<LiquidationEntry> entries = Liquidations.within(now, 50_000, symbol, 300, new Random(3));
        ExecutorService members = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int member = 0; member < 4; member++) {
                List<LiquidationEntry> own = new ArrayList<>(entries);
                Collections.shuffle(own, new Random(member));
                HeatmapStore store = store(false, Interval.values());
                work.add(members.submit(() -> own.forEach(one -> store.apply(List.of(one)))));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            members.shutdownNow();
        }

        HeatmapStore store = store(false, Interval.values());
        for (Interval interval : ALL) {
            assertThat(Recomputed.of(heatmap(store, interval))).isEqualTo(Recomputed.of(interval, events(entries)));
        }
    }

    @Test
    void tellsWhatBecameOfEachEntry() {
        HeatmapStore store = store(false, Interval.M1, Interval.H1);
        LiquidationEntry newest = entry(event("okx", symbol, now, Side.SELL, "45000", "1"), now, 0);
        LiquidationEntry old = entry(event("okx", symbol, now - 90_000, Side.SELL, "45000", "1"), now, 1);

        assertThat(store.apply(List.of(newest))).isEqualTo(new Applied(2, 0, 0));
        assertThat(store.apply(List.of(newest, old))).isEqualTo(new Applied(1, 2, 1));
        assertThat(store.apply(List.of(old))).isEqualTo(new Applied(0, 1, 1));
        assertThat(store.apply(List.of())).isEqualTo(new Applied(0, 0, 0));
        assertThat(redis.client().hget("heatmap-state:{" + symbol + "}:auto", "late:1m"))
                .isEqualTo("2");
    }

    @Test
    void takesTwoEntriesOfOneLiquidationForOneOnlyIfAskedTo() {
        LiquidationEvent event = event("okx", symbol, now, Side.SELL, "45000", "1");
        List<LiquidationEntry> twice = List.of(entry(event, now, 0), entry(event, now, 1));

        assertThat(store(true, Interval.M1).apply(twice)).isEqualTo(new Applied(1, 1, 0));
        assertThat(store(false, Interval.M1).apply(twice)).isEqualTo(new Applied(2, 0, 0));
    }

    @Test
    void takesAReplayedEntryForTheOriginal() {
        LiquidationEvent event = event("okx", symbol, now, Side.SELL, "45000", "1");
        HeatmapStore store = store(false, Interval.M1);
        String stream = event.streamName().key();
        store.apply(List.of(LiquidationEntry.of(stream, new EntryId(now, 0), Map.of(), event)));

        Applied again = store.apply(List.of(LiquidationEntry.of(
                stream, new EntryId(now, 5), Map.of("replay_of", new EntryId(now, 0).toString()), event)));

        assertThat(again).isEqualTo(new Applied(0, 1, 0));
    }

    @Test
    void bearsExchangesWhoseClocksDiffer() {
        HeatmapStore store = store(false, Interval.values());
        List<LiquidationEvent> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(event("okx", symbol, now - 5_000 + i, Side.SELL, "45000", "1"));
            events.add(event("binance", symbol, now + i, Side.BUY, "45000", "2"));
        }
        long sequence = 0;
        Applied last = new Applied(0, 0, 0);
        for (LiquidationEvent event : events) {
            last = store.apply(List.of(entry(event, now, sequence++)));
        }

        assertThat(last.counted()).isEqualTo(7);
        for (Interval interval : ALL) {
            assertThat(Recomputed.of(heatmap(store, interval))).isEqualTo(Recomputed.of(interval, events));
        }
        assertThat(redis.client().hget("heatmap-state:{" + symbol + "}:auto", "late:1s"))
                .isEqualTo("99");
    }

    @Test
    void hasNoHeatmapOfASymbolThatNothingWasCountedFor() {
        assertThat(store(false, Interval.M1).read(Interval.M1)).isEmpty();
    }

    @Test
    void growsInVersionOnlyWhenSomethingIsCounted() {
        HeatmapStore store = store(false, Interval.M1);
        LiquidationEntry one = entry(event("okx", symbol, now, Side.SELL, "45000", "1"), now, 0);
        store.apply(List.of(one));
        long version = store.read(Interval.M1).orElseThrow().version();

        store.apply(List.of(one));
        assertThat(store.read(Interval.M1).orElseThrow().version()).isEqualTo(version);

        store.apply(List.of(entry(one.event(), now, 1)));
        assertThat(store.read(Interval.M1).orElseThrow().version()).isGreaterThan(version);
    }

    @Test
    void holdsTheLargestVolumeThereIsWhereASumDoesNotFitAndCountsTheOthers() {
        HeatmapStore store = store(false, Interval.M1);
        LiquidationEvent huge = event("okx", symbol, now, Side.SELL, "1e9", "9e3");
        LiquidationEvent fits = event("okx", symbol, now, Side.BUY, "45000", "2");

        assertThat(store.apply(List.of(entry(huge, now, 0)))).isEqualTo(new Applied(1, 0, 0));
        assertThat(store.apply(List.of(entry(fits, now, 1), entry(huge, now, 2), entry(fits, now, 3))))
                .isEqualTo(new Applied(3, 0, 0));

        assertThat(store.read(Interval.M1).orElseThrow().state().levels())
                .containsExactly(
                        new LevelVolume(new BigDecimal("45000"), 0, 180_000_000_000L, now),
                        new LevelVolume(new BigDecimal("1000000000"), Long.MAX_VALUE, 0, now));
    }

    @Test
    void countsABatchOfThousandsOfWhichSomeComeTwice() {
        HeatmapStore store = store(false, Interval.M1, Interval.D1);
        List<LiquidationEntry> entries = Liquidations.within(now, 30_000, symbol, 3_000, new Random(3));
        List<LiquidationEntry> delivered = new ArrayList<>(entries);
        delivered.addAll(entries.subList(500, 1_700));

        assertThat(store.apply(delivered)).isEqualTo(new Applied(6_000, 2_400, 0));

        for (Interval interval : List.of(Interval.M1, Interval.D1)) {
            assertThat(Recomputed.of(heatmap(store, interval))).isEqualTo(Recomputed.of(interval, events(entries)));
        }
    }

    @Test
    void refusesAnotherSymbol() {
        HeatmapStore store = store(false, Interval.M1);
        LiquidationEntry other = entry(event("okx", "OTHER", now, Side.SELL, "45000", "1"), now, 0);

        assertThatThrownBy(() -> store.apply(List.of(other)))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("symbol: OTHER (expected: " + symbol + ")");
    }

    @Test
    void readsWhatIsAddedWhileTheClockRuns() {
        HeatmapStore writer = store(false, Interval.S1);
        HeatmapStore reader = store(false, Interval.S1);
        for (int i = 0; i < 20; i++) {
            LiquidationEvent event = event("okx", symbol, now + i * 10_000L, Side.SELL, "45000", "1");
            writer.apply(List.of(entry(event, now, i)));

            assertThat(Recomputed.of(heatmap(reader, Interval.S1)))
                    .isEqualTo(Recomputed.of(Interval.S1, List.of(event)));
        }
    }
}
