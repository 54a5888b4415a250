package io.gort.camel.streams.producer;

import java.util.ArrayDeque;
import java.util.Deque;

/** What waits for its turn on one stream, in order. */
final class StreamLine {

    /** Where a line is between its entries' arrival and the last answer. */
    enum State {
        READY,
        UNDER_WAY,
        PAUSED
    }

    private final String streamKey;
    private final Deque<Addition> waiting = new ArrayDeque<>();
    State state = State.READY;

    StreamLine(String streamKey) {
        this.streamKey = streamKey;
    }

    String streamKey() {
        return streamKey;
    }

    Deque<Addition> waiting() {
        return waiting;
    }
}
