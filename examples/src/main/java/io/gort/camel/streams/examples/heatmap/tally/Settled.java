package io.gort.camel.streams.examples.heatmap.tally;

/** How an entry was done with. */
public enum Settled {
    /** The route went through. */
    HANDLED,
    /** It went to the dead-letter stream. */
    DEAD_LETTERED
}
