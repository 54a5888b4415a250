package io.gort.camel.streams.entry;

import java.util.Map;

/**
 * Asks, ahead of a read, what the group has lost to trimming before it read it. What is counted is counted once,
 * whoever of the group asks: it is noted in the group's own count of entries read, in one step on the server. The last
 * delivered id stays where it is, so no entry is skipped. The reader's thread calls it, before the entries are handed
 * out.
 */
public interface UnreadCheck {

    /** Asks nothing. */
    UnreadCheck NONE = new UnreadCheck() {
        @Override
        public Map<String, Look> streams() {
            return Map.of();
        }

        @Override
        public void found(TrimmedUnread trimmed) {}

        @Override
        public void refused(String streamKey, RuntimeException reason) {}
    };

    /**
     * A look at one stream.
     *
     * @param given an id that the group has certainly been given: if the stream still begins at or below it, and
     *              nothing above it was deleted, no closer look is taken. {@link EntryId#ZERO} always looks closely
     * @param again whether the stream was looked at over this connection before, so that it is known that the server
     *              has kept the group's count since
     */
    record Look(EntryId given, boolean again) {}

    /** The streams to look at. */
    Map<String, Look> streams();

    /** Entries are gone, or the server cannot tell. Not called for a stream where all is well. */
    void found(TrimmedUnread trimmed);

    /** The server does not answer the question for this stream. The read goes on all the same. */
    void refused(String streamKey, RuntimeException reason);
}
