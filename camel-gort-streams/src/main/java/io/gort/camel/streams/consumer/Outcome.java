package io.gort.camel.streams.consumer;

/** What becomes of an entry after it was handled. */
enum Outcome {

    /** It is done: take it off the pending entries list. */
    ACKNOWLEDGE,

    /** It stays on the pending entries list, to be claimed once it has been idle for long enough. */
    LEAVE_PENDING,

    /** It goes to the dead-letter stream. */
    DEAD_LETTER
}
