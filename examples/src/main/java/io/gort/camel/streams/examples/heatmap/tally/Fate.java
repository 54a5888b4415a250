package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.EntryId;

/** What became of an entry that this run published and did not see settled. */
enum Fate {
    /** In the group's pending entries list, or on the stream and ahead of the group. */
    PENDING,
    /** It left the stream from its old end, and is not pending. */
    TRIMMED,
    /** On the stream, behind the group and not pending: another member acknowledged it. */
    HANDLED_BY_OTHERS,
    /** Acknowledged although nobody else is there to do so, or taken out of the middle of the stream. */
    LOST;

    static Fate of(EntryId id, StreamFacts facts) {
        if (facts.pending().contains(id)) {
            return PENDING;
        }
        if (!facts.onStream().contains(id)) {
            return facts.firstId() == null || id.isBefore(facts.firstId()) ? TRIMMED : LOST;
        }
        if (id.isAfter(facts.lastDelivered())) {
            return PENDING;
        }
        return facts.otherMembers() ? HANDLED_BY_OTHERS : LOST;
    }
}
