package io.gort.camel.streams.examples.heatmap.feed;

/**
 * One line of an input.
 *
 * @param number   its number, from 1
 * @param bytes    its bytes, without the line end; only the first ones of a line that is too long
 * @param complete whether these are all of its bytes
 */
record InputLine(long number, byte[] bytes, boolean complete) {}
