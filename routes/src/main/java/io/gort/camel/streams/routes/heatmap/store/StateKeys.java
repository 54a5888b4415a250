package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.PriceGrid;
import io.gort.camel.streams.trade.Interval;

/**
 * The keys that hold the state of one symbol. They begin with {@code heatmap-state:{symbol}:grid}, so that all of them
 * lie in one cluster slot, and counts by different price levels never mix.
 */
record StateKeys(String prefix) {

    static StateKeys of(String symbol, PriceGrid grid) {
        return new StateKeys("heatmap-state:{" + tag(symbol) + "}:" + grid.name());
    }

    /** The symbol's clock, price and version. */
    String head() {
        return prefix;
    }

    /** Which entries a bucket has counted. */
    String entries(Interval interval, long bucket) {
        return bucket(interval, bucket) + ":entries";
    }

    /** What a bucket has counted. */
    String volumes(Interval interval, long bucket) {
        return bucket(interval, bucket) + ":volumes";
    }

    private String bucket(Interval interval, long bucket) {
        return prefix + ":" + interval.label() + ":" + bucket;
    }

    /** A brace would end the tag early, and an empty tag is none. */
    private static String tag(String symbol) {
        return symbol.replace("%", "%25").replace("}", "%7D");
    }
}
