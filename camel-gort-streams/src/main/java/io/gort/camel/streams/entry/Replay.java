package io.gort.camel.streams.entry;

/**
 * What became, or would become, of a dead letter that was to be replayed.
 *
 * @param letterId  the dead letter
 * @param streamKey the stream of its entry
 * @param entryId   its entry
 * @param group     the group that gave it up
 * @param outcome   what was done
 */
public record Replay(EntryId letterId, String streamKey, EntryId entryId, String group, Outcome outcome) {

    /** What can become of a dead letter. */
    public enum Outcome {
        /** The entry is still on its stream, and is pending again in the group; the letter is deleted. */
        PUT_BACK,
        /** The entry was added to its stream again, for the group only; the letter is deleted. */
        ADDED,
        /** The entry is pending in the group already; the letter stays. */
        PENDING,
        /** There is no such letter any more. */
        GONE
    }
}
