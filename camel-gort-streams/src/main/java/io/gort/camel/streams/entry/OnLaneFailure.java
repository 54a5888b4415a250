package io.gort.camel.streams.entry;

/** What becomes of a lane whose entry has failed and will be tried again. */
public enum OnLaneFailure {

    /** The next entry of the lane follows; the failed one comes again later. */
    CONTINUE,

    /** The lane waits until the failed entry has been delivered again and is done, or dead-lettered. */
    HOLD
}
