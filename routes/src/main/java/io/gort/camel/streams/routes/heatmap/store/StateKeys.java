package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.PriceGrid;
import io.gort.camel.streams.trade.Interval;

/**
 * The keys that hold the state of one symbol. They begin with {@code heatmap-state:{symbol}:grid}, so that all of them
 * lie in one cluster slot, and counts by different price levels never mix.
 */
record StateKeys(String prefix) {

    /** How much time a hash of counted entries covers: the same for all, whichever intervals they make. */
    private static final long ENTRIES_MILLIS = 60_000;

    static StateKeys of(String symbol, PriceGrid grid) {
        return new StateKeys("heatmap-state:{" + tag(symbol) + "}:" + grid.name());
    }

    /** The symbol's clock, price and version. */
    String head() {
        return prefix;
    }

    /** Which minute a timestamp belongs to, and with it the hash of its entry. */
    static long minuteOf(long timestamp) {
        return Math.floorDiv(timestamp, ENTRIES_MILLIS);
    }

    /** Which entries of a minute were counted, and in which intervals: a {@link Mark} for each. */
    String counted(long minute) {
        return prefix + ":counted:" + minute;
    }

    /** What a bucket has counted: {@link VolumeLines}. */
    String volumes(Interval interval, long bucket) {
        return prefix + ":" + interval.label() + ":" + bucket + ":lines";
    }

    /** How an interval stands in a mark: a power of two, of which several make a sum. */
    static int bitOf(Interval interval) {
        return switch (interval) {
            case S1 -> 1;
            case M1 -> 2;
            case M5 -> 4;
            case M15 -> 8;
            case H1 -> 16;
            case H4 -> 32;
            case D1 -> 64;
        };
    }

    /** A brace would end the tag early, and an empty tag is none. */
    private static String tag(String symbol) {
        return symbol.replace("%", "%25").replace("}", "%7D");
    }
}
