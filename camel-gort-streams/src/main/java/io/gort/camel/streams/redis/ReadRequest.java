package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.UnreadCheck;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What is to be read, wherever in a cluster it is.
 *
 * @param streamKeys the streams
 * @param count      at most so many entries of each
 * @param ahead      what travels ahead of the reads
 * @param command    makes the command that reads some of the streams and waits for so long
 */
record ReadRequest(
        Collection<String> streamKeys,
        int count,
        Ahead ahead,
        BiFunction<List<String>, Duration, RedisCommand> command) {

    /**
     * What travels ahead of reads: looks for what was trimmed unread, and acknowledgements.
     *
     * @param count how many entries of each stream the reads may bring
     */
    record Ahead(UnreadCheck check, Acknowledgements due, int count) {

        static final Ahead NOTHING = new Ahead(UnreadCheck.NONE, Acknowledgements.none(""), 0);
    }
}
