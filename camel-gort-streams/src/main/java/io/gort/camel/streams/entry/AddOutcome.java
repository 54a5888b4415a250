package io.gort.camel.streams.entry;

/** What became of an entry that was to be added. */
public sealed interface AddOutcome {

    /**
     * It is on the stream.
     *
     * @param id its id
     */
    record Added(EntryId id) implements AddOutcome {}

    /** It is not on the stream, or nobody knows. */
    sealed interface Failed extends AddOutcome {

        /** Why. */
        RuntimeException cause();
    }

    /** It is not on the stream: it was refused, or not sent at all. */
    record NotAdded(RuntimeException cause) implements Failed {}

    /** Nobody knows: it was sent, and no answer came. */
    record Unknown(RuntimeException cause) implements Failed {}
}
