package io.gort.camel.streams.entry;

import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of a dead letter that was to be replayed.
 *
 * @param letterId  the dead letter
 * @param streamKey the stream of its entry; null if it is no letter
 * @param entryId   its entry; null if it is no letter
 * @param group     the group that gave it up; null if it is no letter
 * @param outcome   what was done
 */
public record Replay(
        EntryId letterId,
        @Nullable String streamKey,
        @Nullable EntryId entryId,
        @Nullable String group,
        Outcome outcome) {

    /** Of an entry that does not tell where it comes from. */
    public static Replay notALetter(EntryId id) {
        return new Replay(id, null, null, null, Outcome.NOT_A_LETTER);
    }

    /** What can become of a dead letter. */
    public enum Outcome {
        /** The entry is still on its stream, and is pending again in the group; the letter is deleted. */
        PUT_BACK,
        /** The entry was added to its stream again, for the group only; the letter is deleted. */
        ADDED,
        /** The entry is pending in the group already; the letter stays. */
        PENDING,
        /** There is no such letter any more. */
        GONE,
        /** The group, or its stream, does not exist; the letter stays. */
        NO_GROUP,
        /** The entry does not tell stream, entry and group as a dead letter does; it stays. */
        NOT_A_LETTER
    }
}
