package io.gort.camel.streams.examples.heatmap.feed;

/**
 * A line of an input that cannot even be sent to a stream.
 *
 * @param number its number, from 1
 * @param text   the line, cut when it is long
 * @param reason what is wrong with it
 */
public record MalformedLine(long number, String text, String reason) {}
