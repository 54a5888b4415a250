package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.EntryId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The entries that this run published to one stream and that are not settled. An entry may be settled before its
 * publisher knows its id, so settled ids that nobody published yet are kept for a while; those of other clients'
 * entries fall out in time. Safe for several threads.
 */
final class OwnStream {

    private static final int REMEMBERED = 10_000;

    private final TreeMap<EntryId, Long> outstanding = new TreeMap<>();
    private final Map<Settled, Long> counts = new EnumMap<>(Settled.class);
    private final Map<EntryId, Settled> early = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EntryId, Settled> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long published;

    synchronized void published(EntryId id) {
        Settled settled = early.remove(id);
        if (settled == null) {
            outstanding.put(id, published);
        } else {
            counts.merge(settled, 1L, Long::sum);
        }
        published++;
    }

    synchronized void settled(EntryId id, Settled how) {
        if (outstanding.remove(id) == null) {
            early.put(id, how);
        } else {
            counts.merge(how, 1L, Long::sum);
        }
    }

    /** How many entries were published from the oldest unsettled one on: how far the stream is ahead of the group. */
    synchronized long ahead() {
        return outstanding.isEmpty() ? 0 : published - outstanding.firstEntry().getValue();
    }

    /** The unsettled ids, ascending. */
    synchronized List<EntryId> outstanding() {
        return List.copyOf(outstanding.keySet());
    }

    /** How many unsettled ids are smaller than this one. */
    synchronized int outstandingBefore(EntryId id) {
        return outstanding.headMap(id).size();
    }

    synchronized Counts counts() {
        return new Counts(
                published, counts.getOrDefault(Settled.HANDLED, 0L), counts.getOrDefault(Settled.DEAD_LETTERED, 0L));
    }
}
