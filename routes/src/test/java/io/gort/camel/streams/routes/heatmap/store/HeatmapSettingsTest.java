package io.gort.camel.streams.routes.heatmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.routes.heatmap.PriceGrid;
import io.gort.camel.streams.trade.Interval;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HeatmapSettingsTest {

    @Property
    void keepsABucketLongerThanAnEntryMayBeOld(
            @ForAll Interval interval, @ForAll @LongRange(max = 1_000_000_000) long lateness) {
        HeatmapSettings settings = settings("BTCUSDT", List.of(interval), Duration.ofMillis(lateness));

        assertThat(settings.limit(interval)).isGreaterThanOrEqualTo(interval.duration());
        assertThat(settings.keep(interval)).isGreaterThan(settings.limit(interval));
    }

    @Test
    void refusesWhatCannotBe() {
        List<Interval> some = List.of(Interval.M1);

        assertThatThrownBy(() -> settings(" ", some, Duration.ZERO)).hasMessageStartingWith("symbol: ' '");
        assertThatThrownBy(() -> settings("B", List.of(), Duration.ZERO)).hasMessageStartingWith("intervals: none");
        assertThatThrownBy(() -> settings("B", some, Duration.ofMillis(-1)))
                .hasMessageStartingWith("lateness: PT-0.001S");
    }

    @Test
    void countsAnIntervalOnceThoughItIsNamedTwice() {
        assertThat(settings("B", List.of(Interval.M1, Interval.M1), Duration.ZERO)
                        .intervals())
                .containsExactly(Interval.M1);
    }

    private static HeatmapSettings settings(String symbol, List<Interval> intervals, Duration lateness) {
        return new HeatmapSettings(symbol, intervals, PriceGrid.AUTO, lateness, false);
    }
}
