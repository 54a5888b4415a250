package io.gort.camel.streams.consumer;

/** Who acknowledges an entry. */
public enum AckMode {

    /** The consumer, once the exchange has completed well. */
    AUTO,

    /** The route, through the handle in a header; a failed exchange leaves its entry pending all the same. */
    MANUAL
}
