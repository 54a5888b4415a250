package io.gort.camel.streams.entry;

/** Who acknowledges an entry. */
public enum AckMode {

    /** The consumer, once the exchange has completed well. */
    AUTO,

    /** The route, through the handle in a header; a failed exchange leaves its entry pending all the same. */
    MANUAL,

    /**
     * Nobody: the server counts an entry as done when it hands it out ({@code NOACK}). At most once: what fails, or is
     * on its way when the member dies, is lost.
     */
    NONE
}
