package io.gort.camel.streams.trade;

/** The direction of a position. */
public enum Position {
    LONG,
    SHORT
}
