package io.gort.camel.streams.entry;

import java.util.List;

/**
 * What trimming has deleted.
 *
 * @param streams each stream that was trimmed, also those of which nothing went; unmodifiable
 */
public record TrimResult(List<TrimmedStream> streams) {

    public TrimResult {
        streams = List.copyOf(streams);
    }

    /** The number of entries that went, of all streams together. */
    public long deleted() {
        return streams.stream().mapToLong(TrimmedStream::deleted).sum();
    }

    /**
     * One stream that was trimmed.
     *
     * @param streamKey the stream
     * @param deleted   the number of its entries that went
     */
    public record TrimmedStream(String streamKey, long deleted) {}
}
