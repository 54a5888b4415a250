package io.gort.camel.streams.routes.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatmapsTest {

    private static final long NOON = 1_600_000_020_000L;

    @ParameterizedTest
    @CsvSource({
        "S1,  980, true",
        "S1,  981, false",
        "M1,  59000, true",
        "M1,  59001, false",
        "M5,  295000, true",
        "M5,  295001, false",
        "D1,  1000, true",
    })
    void countsEventsThatTheWindowStillReaches(Interval interval, long age, boolean counted) {
        Heatmaps heatmaps = new Heatmaps(Set.of(interval), 10);
        long clock = NOON - Math.floorMod(NOON, TimeBuckets.of(interval).millis());

        heatmaps.add(event("BTCUSDT", clock, "45000", "1"));
        heatmaps.add(event("BTCUSDT", clock - age, "46000", "1"));

        assertThat(heatmaps.takeChanged().get(0).levels()).hasSize(counted ? 2 : 1);
        assertThat(heatmaps.late()).isEqualTo(counted ? 0 : 1);
    }

    @Test
    void forgetsWhatTheClockLeftBehind() {
        Heatmaps heatmaps = new Heatmaps(Set.of(Interval.M1), 10);

        heatmaps.add(event("BTCUSDT", NOON, "45000", "1"));
        heatmaps.add(event("BTCUSDT", NOON + 60_000, "46000", "1"));

        HeatmapState state = heatmaps.takeChanged().get(0);
        assertThat(state.levels()).extracting(LevelVolume::price).containsExactly(new BigDecimal(46000));
        assertThat(state.clock()).isEqualTo(NOON + 60_000);
        assertThat(state.currentPrice()).isEqualByComparingTo("46000");
    }

    @Test
    void givesTheSameStateWhateverTheOrderOfEvents() {
        List<LiquidationEvent> events = randomEvents(2_000);
        Map<Interval, HeatmapState> expected = statesOf(events);

        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(events, new Random(seed));
            assertThat(statesOf(events)).isEqualTo(expected);
        }
        events.sort(Comparator.comparingLong(LiquidationEvent::timestamp).reversed());
        assertThat(statesOf(events)).isEqualTo(expected);
    }

    @Test
    void keepsSymbolsApart() {
        Heatmaps heatmaps = new Heatmaps(Set.of(Interval.M1), 10);

        heatmaps.add(event("BTCUSDT", NOON, "45000", "1"));
        heatmaps.add(event("ETHUSDT", NOON - 3_600_000, "3000", "1"));

        assertThat(heatmaps.takeChanged())
                .extracting(HeatmapState::symbol, HeatmapState::clock)
                .containsExactlyInAnyOrder(tuple("BTCUSDT", NOON), tuple("ETHUSDT", NOON - 3_600_000));
    }

    @Test
    void tellsEachChangeOnce() {
        Heatmaps heatmaps = new Heatmaps();
        heatmaps.add(event("BTCUSDT", NOON, "45000", "1"));

        assertThat(heatmaps.takeChanged()).hasSize(Interval.values().length);
        assertThat(heatmaps.takeChanged()).isEmpty();

        heatmaps.add(event("BTCUSDT", NOON - 7_200_000, "45000", "1"));
        assertThat(heatmaps.takeChanged()).extracting(HeatmapState::interval).containsExactly(Interval.H4, Interval.D1);
    }

    @Test
    void forgetsTheSymbolThatWasSilentLongest() {
        Heatmaps heatmaps = new Heatmaps(Set.of(Interval.M1), 2);

        heatmaps.add(event("A", NOON, "1", "1"));
        heatmaps.add(event("B", NOON, "1", "1"));
        heatmaps.add(event("A", NOON, "1", "1"));
        heatmaps.add(event("C", NOON, "1", "1"));

        assertThat(heatmaps.takeChanged()).extracting(HeatmapState::symbol).containsExactlyInAnyOrder("A", "C");
    }

    @Test
    void holdsNoMoreThanItsCells() {
        HeatmapWindow window = new HeatmapWindow(TimeBuckets.of(Interval.M1), 2);

        assertThat(window.add(new LevelVolume(new BigDecimal(1), 5, 0, NOON), NOON))
                .isEqualTo(HeatmapWindow.Outcome.COUNTED);
        window.add(new LevelVolume(new BigDecimal(2), 5, 0, NOON), NOON);
        assertThat(window.add(new LevelVolume(new BigDecimal(3), 5, 0, NOON), NOON))
                .isEqualTo(HeatmapWindow.Outcome.FULL);
        assertThat(window.add(new LevelVolume(new BigDecimal(2), 7, 0, NOON), NOON))
                .isEqualTo(HeatmapWindow.Outcome.COUNTED);

        assertThat(window.levels()).extracting(LevelVolume::longMicros).containsExactly(5L, 12L);
        assertThat(window.add(new LevelVolume(new BigDecimal(3), 5, 0, NOON + 60_000), NOON + 60_000))
                .isEqualTo(HeatmapWindow.Outcome.COUNTED);
    }

    private static Map<Interval, HeatmapState> statesOf(List<LiquidationEvent> events) {
        Heatmaps heatmaps = new Heatmaps();
        events.forEach(heatmaps::add);
        return heatmaps.takeChanged().stream().collect(Collectors.toMap(HeatmapState::interval, Function.identity()));
    }

    private static List<LiquidationEvent> randomEvents(int count) {
        Random random = new Random(7);
        List<LiquidationEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long timestamp = NOON - random.nextInt(600_000);
            events.add(
                    event("BTCUSDT", timestamp, 45000 + random.nextInt(1000) + ".5", "0." + (1 + random.nextInt(99))));
        }
        return events;
    }

    private static LiquidationEvent event(String symbol, long timestamp, String price, String quantity) {
        return new LiquidationEvent(
                "binance",
                symbol,
                timestamp,
                Side.SELL,
                new BigDecimal(price),
                new BigDecimal(quantity),
                null,
                OrderType.LIQUIDATION);
    }
}
