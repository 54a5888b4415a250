package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.redis.StreamClient;

/**
 * All that is written down about the entries of one run.
 *
 * @param entries     the entries that this run published
 * @param deadLetters those of them that were given up
 * @param reckoning   what became of the others
 */
public record Books(OwnEntries entries, DeadLetters deadLetters, Reckoning reckoning) {

    /** The group in which the example reads. */
    public static final String GROUP = "heatmap-example";

    /** Empty books of a run on this server. */
    public static Books open(StreamClient client) {
        OwnEntries entries = new OwnEntries();
        DeadLetters deadLetters = new DeadLetters(client, GROUP, entries, StreamKeys::deadLetterFor);
        return new Books(entries, deadLetters, new Reckoning(client, GROUP, entries, deadLetters));
    }
}
