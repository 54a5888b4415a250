package io.gort.camel.streams.entry;

/** What became of an entry that was to be added. */
public sealed interface AddOutcome {

    /**
     * It is on the stream.
     *
     * @param id its id
     */
    record Added(EntryId id) implements AddOutcome {}

    /**
     * It is not, or nobody knows.
     *
     * @param cause why; a lost connection means that nobody knows
     */
    record NotAdded(RuntimeException cause) implements AddOutcome {}
}
