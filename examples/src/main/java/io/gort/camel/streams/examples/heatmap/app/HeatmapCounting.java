package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.examples.heatmap.status.HotLevel;
import io.gort.camel.streams.routes.heatmap.HeatmapBuilder;
import io.gort.camel.streams.routes.heatmap.HeatmapState;
import io.gort.camel.streams.routes.heatmap.Heatmaps;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The steps of the routes that count events and build heatmaps. */
public final class HeatmapCounting {

    private static final Duration LARGEST_LEAD = Duration.ofDays(1);
    private static final Interval SHOWN = Interval.M1;

    private final Heatmaps heatmaps = new Heatmaps();
    private final Map<String, HotLevel> hottest = new ConcurrentHashMap<>();
    private final Clock clock;

    public HeatmapCounting(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts an event.
     *
     * @throws InvalidEntryException if it is from more than a day ahead: one such event would move its symbol's clock
     *     so far that all true ones after it were late
     */
    public void count(LiquidationEvent event) {
        if (event.timestamp() > clock.millis() + LARGEST_LEAD.toMillis()) {
            throw new InvalidEntryException(
                    "liquidation event",
                    List.of("timestamp: " + event.timestamp() + " (expected: at most a day ahead of the clock)"));
        }
        heatmaps.add(event);
    }

    /** The heatmaps that changed since the last call. */
    public List<HeatmapData> changed() {
        List<HeatmapState> states = heatmaps.takeChanged();
        List<HeatmapData> changed = states.stream()
                .map(HeatmapBuilder::build)
                .filter(heatmap -> heatmap.violations().isEmpty())
                .toList();
        changed.stream()
                .filter(heatmap -> heatmap.interval() == SHOWN)
                .forEach(heatmap -> HotLevel.of(heatmap).ifPresent(level -> hottest.put(heatmap.symbol(), level)));
        return changed;
    }

    /** The hottest level of each symbol, the hottest of all first, at most {@code max}. */
    List<HotLevel> hottest(int max) {
        return hottest.values().stream()
                .sorted(HotLevel.HOTTEST_FIRST)
                .limit(max)
                .toList();
    }
}
