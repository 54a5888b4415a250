package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.EntryId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Header;

/** The entries that this run published, stream by stream. Safe for several threads. */
public final class OwnEntries {

    private final Map<String, OwnStream> streams = new ConcurrentHashMap<>();

    /** An entry of this run is on a stream. */
    public void published(String streamKey, EntryId id) {
        ofStream(streamKey).published(id);
    }

    /** The route went through for this entry, whoever published it. Called as the last step of the route. */
    public void handled(
            @Header("CamelGortStreamsStreamKey") String streamKey, @Header("CamelGortStreamsEntryId") String id) {
        ofStream(streamKey).settled(EntryId.parse(id), Settled.HANDLED);
    }

    /** This entry went to the dead-letter stream, whoever published it. */
    public void deadLettered(String streamKey, EntryId id) {
        ofStream(streamKey).settled(id, Settled.DEAD_LETTERED);
    }

    /** How far this run's entries on a stream are ahead of what is settled. */
    public long ahead(String streamKey) {
        OwnStream stream = streams.get(streamKey);
        return stream == null ? 0 : stream.ahead();
    }

    /** The streams that something is known of, sorted. */
    public Set<String> streamKeys() {
        return new TreeSet<>(streams.keySet());
    }

    public Counts counts() {
        return streams.values().stream().map(OwnStream::counts).reduce(new Counts(0, 0, 0), Counts::plus);
    }

    /** The unsettled entries of a stream, ascending. */
    List<EntryId> outstanding(String streamKey) {
        OwnStream stream = streams.get(streamKey);
        return stream == null ? List.of() : stream.outstanding();
    }

    /** How many unsettled entries of a stream are before an id. */
    int outstandingBefore(String streamKey, EntryId id) {
        OwnStream stream = streams.get(streamKey);
        return stream == null ? 0 : stream.outstandingBefore(id);
    }

    private OwnStream ofStream(String streamKey) {
        return streams.computeIfAbsent(streamKey, key -> new OwnStream());
    }
}
