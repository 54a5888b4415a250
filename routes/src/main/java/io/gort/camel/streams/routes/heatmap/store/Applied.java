package io.gort.camel.streams.routes.heatmap.store;

/**
 * What became of entries, each once for each interval.
 *
 * @param counted    how often one was counted
 * @param duplicates how often it had been counted before
 * @param late       how often it was too old to be counted
 */
public record Applied(long counted, long duplicates, long late) {}
