package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.entry.EntryId;

/**
 * Where it is noted that an entry was counted: a character of a field in the hash of its minute. Entries of one stream whose
 * ids are close share a field, so that a stream that is read fast needs few of them: {@value #SIDE} milliseconds times
 * {@value #SIDE} sequence numbers.
 *
 * @param field the field
 * @param place which of its characters, from 0
 */
record Mark(String field, int place) {

    private static final int BITS = 3;

    /** How many milliseconds, and how many sequence numbers, share a field. */
    private static final int SIDE = 1 << BITS;

    private static final long WITHIN = SIDE - 1;

    /** What is the same for two deliveries of an entry and for no other entry. */
    static Mark of(LiquidationEntry entry) {
        EntryId id = entry.id();
        String field = entry.streamKey() + "/" + Long.toUnsignedString(id.millis() >>> BITS) + "-"
                + Long.toUnsignedString(id.sequence() >>> BITS);
        // in the order of ids, so that what is read in order comes after what is there
        return new Mark(field, (int) ((id.millis() & WITHIN) * SIDE + (id.sequence() & WITHIN)));
    }

    /** What is the same for two entries that tell the same liquidation. */
    static Mark ofContent(LiquidationEntry entry) {
        return new Mark(entry.contentKey(), 0);
    }
}
