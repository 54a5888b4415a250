package io.gort.camel.streams.examples.heatmap.feed;

/** One line of an input. */
final class InputLine {

    private final long number;
    private final byte[] bytes;
    private final boolean complete;

    /**
     * @param number   its number, from 1
     * @param bytes    its bytes, without the line end; only the first ones of a line that is too long
     * @param complete whether these are all of its bytes
     */
    InputLine(long number, byte[] bytes, boolean complete) {
        this.number = number;
        this.bytes = bytes;
        this.complete = complete;
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean complete() {
        return complete;
    }
}
