package io.gort.camel.streams.entry;

import java.util.List;

/**
 * What came of an attempt to claim entries.
 *
 * @param entries the entries that the member owns now
 * @param trimmed ids that were pending but are no longer on the stream; they are acknowledged
 */
public record ClaimedEntries(List<Claimed> entries, List<EntryId> trimmed) {

    /** Nothing claimed. */
    public static final ClaimedEntries NONE = new ClaimedEntries(List.of(), List.of());

    /**
     * An entry that was claimed.
     *
     * @param entry         the entry
     * @param deliveryCount how often it was delivered, this time included
     */
    public record Claimed(StreamEntry entry, long deliveryCount) {}
}
