package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * The windows of every symbol. Time is event time: nothing here looks at the machine's clock, so a recording gives the
 * same heatmaps whenever it is played. Memory is bounded: {@link SymbolHeatmaps#MAX_CELLS} cells for each symbol and
 * interval, and a number of symbols, beyond which the one that was silent longest is forgotten. Safe for several
 * threads.
 */
public final class Heatmaps {

    private static final int DEFAULT_MAX_SYMBOLS = 500;

    private final Set<Interval> intervals;
    private final int maxSymbols;
    private final Map<String, SymbolHeatmaps> symbols = new LinkedHashMap<>(16, 0.75f, true);
    private final LongAdder late = new LongAdder();

    /** Heatmaps of all intervals, for at most 500 symbols at once. */
    public Heatmaps() {
        this(EnumSet.allOf(Interval.class), DEFAULT_MAX_SYMBOLS);
    }

    /**
     * @param intervals  which heatmaps each symbol has
     * @param maxSymbols how many symbols are held at once
     */
    public Heatmaps(Set<Interval> intervals, int maxSymbols) {
        this.intervals = Set.copyOf(intervals);
        this.maxSymbols = maxSymbols;
    }

    /** Counts a valid event in every interval whose window still reaches it. */
    public void add(LiquidationEvent event) {
        late.add(ofSymbol(event.symbol()).add(event).size());
    }

    /** What the windows hold that changed since the last call; each is built into a heatmap once. */
    public List<HeatmapState> takeChanged() {
        List<SymbolHeatmaps> all;
        synchronized (symbols) {
            all = List.copyOf(symbols.values());
        }
        List<HeatmapState> states = new ArrayList<>();
        all.forEach(symbol -> states.addAll(symbol.takeChanged()));
        return states;
    }

    /** How often an event did not count in an interval, because it was older than the window or the window was full. */
    public long late() {
        return late.sum();
    }

    private SymbolHeatmaps ofSymbol(String symbol) {
        synchronized (symbols) {
            SymbolHeatmaps heatmaps = symbols.computeIfAbsent(symbol, s -> new SymbolHeatmaps(s, intervals));
            if (symbols.size() > maxSymbols) {
                symbols.remove(symbols.keySet().iterator().next());
            }
            return heatmaps;
        }
    }
}
