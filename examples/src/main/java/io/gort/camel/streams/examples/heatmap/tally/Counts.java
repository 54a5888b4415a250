package io.gort.camel.streams.examples.heatmap.tally;

/**
 * What this run knows by itself about its entries.
 *
 * @param published    how many it published
 * @param handled      how many of them went through the route
 * @param deadLettered how many of them went to a dead-letter stream
 */
public record Counts(long published, long handled, long deadLettered) {

    /** How many are not settled. */
    public long outstanding() {
        return published - handled - deadLettered;
    }

    Counts plus(Counts other) {
        return new Counts(published + other.published, handled + other.handled, deadLettered + other.deadLettered);
    }
}
