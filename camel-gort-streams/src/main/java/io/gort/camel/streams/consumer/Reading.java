package io.gort.camel.streams.consumer;

/** How entries are read: with a group or without. The reader's thread only, but for {@link #breakOff()}. */
interface Reading {

    /** Makes what must be there before the first entry is published for us: groups, positions. */
    void prepare();

    /** One turn: reads and hands on what is there, or waits for something to come. */
    void step() throws InterruptedException;

    /** The consumer is suspended or stops: nothing that was read is kept waiting. */
    void windUp() throws InterruptedException;

    /** Lets go of a connection that is of no more use; the next step makes a new one. */
    void reset();

    /** Ends a read that waits, from any thread. */
    void breakOff();
}
