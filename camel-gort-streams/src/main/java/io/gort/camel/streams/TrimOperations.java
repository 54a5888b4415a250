package io.gort.camel.streams;

import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.entry.TrimResult;
import io.gort.camel.streams.entry.TrimResult.TrimmedStream;
import io.gort.camel.streams.redis.StreamClient;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Cuts streams, one after the other. */
record TrimOperations(StreamClient client) {

    /**
     * Cuts each stream as it is told.
     *
     * @param cut tells how; all are asked for before any stream is cut
     */
    TrimResult trim(Collection<String> streamKeys, Function<String, StreamRequest.Cut> cut) {
        Map<String, StreamRequest.Cut> cuts = new LinkedHashMap<>();
        streamKeys.forEach(streamKey -> cuts.put(streamKey, cut.apply(streamKey)));
        return new TrimResult(cuts.entrySet().stream()
                .map(each -> new TrimmedStream(
                        each.getKey(),
                        client.trim(each.getKey(), each.getValue().trim())))
                .toList());
    }
}
