package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The windows of one symbol, over all exchanges, and its clock: the largest timestamp of an event that it was given.
 * The current price is the price of the event that set the clock; of several with that timestamp the highest price, so
 * that it does not depend on their order either. Safe for several threads.
 */
final class SymbolHeatmaps {

    /** About 170 levels in each of 60 buckets; some 2 MB for each symbol and interval when full. */
    static final int MAX_CELLS = 10_000;

    private final String symbol;
    private final Map<Interval, HeatmapWindow> windows = new EnumMap<>(Interval.class);
    private final Set<Interval> changed = EnumSet.noneOf(Interval.class);
    private long clock = Long.MIN_VALUE;
    private BigDecimal currentPrice = BigDecimal.ZERO;

    SymbolHeatmaps(String symbol, Set<Interval> intervals) {
        this.symbol = symbol;
        intervals.forEach(interval -> windows.put(interval, new HeatmapWindow(TimeBuckets.of(interval), MAX_CELLS)));
    }

    /** Counts an event in every window that still reaches it, and tells in which ones it did not count. */
    synchronized Set<Interval> add(LiquidationEvent event) {
        moveClock(event);
        LevelVolume volume = LevelVolume.of(event, PriceGrid.AUTO);
        Set<Interval> uncounted = EnumSet.noneOf(Interval.class);
        windows.forEach((interval, window) -> {
            if (window.add(volume, clock) == HeatmapWindow.Outcome.COUNTED) {
                changed.add(interval);
            } else {
                uncounted.add(interval);
            }
        });
        return uncounted;
    }

    /** The windows that changed since the last call. */
    synchronized List<HeatmapState> takeChanged() {
        List<HeatmapState> states = new ArrayList<>();
        changed.forEach(interval -> states.add(state(interval)));
        changed.clear();
        return states;
    }

    private HeatmapState state(Interval interval) {
        HeatmapWindow window = windows.get(interval);
        return new HeatmapState(symbol, interval, clock, currentPrice, window == null ? List.of() : window.levels());
    }

    private void moveClock(LiquidationEvent event) {
        if (event.timestamp() > clock) {
            clock = event.timestamp();
            currentPrice = event.price();
        } else if (event.timestamp() == clock) {
            currentPrice = currentPrice.max(event.price());
        }
    }
}
