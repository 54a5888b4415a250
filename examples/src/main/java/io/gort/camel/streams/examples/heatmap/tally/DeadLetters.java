package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.StreamClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Follows the dead-letter streams of the streams that this run writes to, from where they stood when it began: each
 * dead letter tells which entry it was. Safe for several threads.
 */
public final class DeadLetters {

    private static final int PAGE = 500;

    private final StreamClient client;
    private final String group;
    private final OwnEntries entries;
    private final UnaryOperator<String> deadLetterStream;
    private final Map<String, EntryId> lastSeen = new ConcurrentHashMap<>();

    /**
     * @param client           the server
     * @param group            the group whose dead letters count
     * @param entries          who is told of them
     * @param deadLetterStream the dead-letter stream of a stream
     */
    public DeadLetters(StreamClient client, String group, OwnEntries entries, UnaryOperator<String> deadLetterStream) {
        this.client = client;
        this.group = group;
        this.entries = entries;
        this.deadLetterStream = deadLetterStream;
    }

    /** Begins to follow a stream's dead letters; to be called before anything is published there. */
    public void follow(String streamKey) {
        lastSeen.computeIfAbsent(
                streamKey,
                key -> client.streamInfo(deadLetterStream.apply(key))
                        .map(StreamInfo::lastGeneratedId)
                        .orElse(EntryId.ZERO));
    }

    /** Reads what is new. */
    public synchronized void poll() {
        lastSeen.keySet().forEach(this::poll);
    }

    private void poll(String streamKey) {
        String deadLetters = deadLetterStream.apply(streamKey);
        List<StreamEntry> page;
        do {
            EntryId from = lastSeen.getOrDefault(streamKey, EntryId.ZERO).next();
            page = client.range(deadLetters, from, EntryId.MAX, PAGE);
            for (StreamEntry letter : page) {
                settle(letter);
                lastSeen.put(streamKey, letter.id());
            }
        } while (page.size() == PAGE);
    }

    private void settle(StreamEntry letter) {
        String streamKey = letter.fields().get("dead_letter_stream");
        String id = letter.fields().get("dead_letter_entry_id");
        if (streamKey != null && id != null && group.equals(letter.fields().get("dead_letter_group"))) {
            entries.deadLettered(streamKey, EntryId.parse(id));
        }
    }
}
