package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.Interval;
import java.math.BigDecimal;
import java.util.List;

/**
 * All that a heatmap is made of: what the window of one symbol and interval holds at one moment. Plain values, so that
 * they may come from this process or from Redis.
 *
 * @param symbol       the instrument
 * @param interval     the length of the window
 * @param clock        the symbol's clock: its largest timestamp, in milliseconds since 1970
 * @param currentPrice the price of the event that set the clock
 * @param levels       what was liquidated in the window, one element for each level, ascending by price; empty for an
 *                     empty window
 */
public record HeatmapState(
        String symbol, Interval interval, long clock, BigDecimal currentPrice, List<LevelVolume> levels) {

    public HeatmapState {
        levels = List.copyOf(levels);
    }
}
