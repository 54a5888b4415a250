package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.redis.StreamClient;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts for everything that this run published: what it did not see settled is looked up on the server. */
public final class Reckoning {

    private final StreamClient client;
    private final String group;
    private final OwnEntries entries;
    private final DeadLetters deadLetters;

    public Reckoning(StreamClient client, String group, OwnEntries entries, DeadLetters deadLetters) {
        this.client = client;
        this.group = group;
        this.entries = entries;
        this.deadLetters = deadLetters;
    }

    /** The tally as of now. Dead letters are read last: an entry that went there meanwhile is not pending any more. */
    public Tally tally() {
        Map<String, StreamFacts> facts = new LinkedHashMap<>();
        for (String streamKey : entries.streamKeys()) {
            List<EntryId> outstanding = entries.outstanding(streamKey);
            if (!outstanding.isEmpty()) {
                facts.put(streamKey, StreamFacts.of(client, streamKey, group, outstanding));
            }
        }
        deadLetters.poll();
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        facts.forEach((streamKey, fact) ->
                entries.outstanding(streamKey).forEach(id -> fates.merge(Fate.of(id, fact), 1L, Long::sum)));
        Counts counts = entries.counts();
        long byOthers = fates.getOrDefault(Fate.HANDLED_BY_OTHERS, 0L);
        return new Tally(
                counts.published(),
                counts.handled() + byOthers,
                byOthers,
                counts.deadLettered(),
                fates.getOrDefault(Fate.PENDING, 0L),
                fates.getOrDefault(Fate.TRIMMED, 0L));
    }

    /** How many unsettled entries are behind the old end of their streams by now. */
    public long trimmed() {
        long trimmed = 0;
        for (String streamKey : entries.streamKeys()) {
            if (entries.ahead(streamKey) > 0) {
                trimmed += trimmed(streamKey);
            }
        }
        return trimmed;
    }

    private long trimmed(String streamKey) {
        return client.streamInfo(streamKey)
                .map(info -> info.firstId() == null ? EntryId.MAX : info.firstId())
                .map(firstId -> (long) entries.outstandingBefore(streamKey, firstId))
                .orElse(0L);
    }
}
