package io.gort.camel.streams.consumer;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The ledgers of all streams that a consumer reads. */
final class EntryLedger {

    private final Map<String, StreamLedger> ledgers = new ConcurrentHashMap<>();

    StreamLedger of(String streamKey) {
        return ledgers.computeIfAbsent(streamKey, key -> new StreamLedger());
    }

    /**
     * Forgets streams that are no longer read, but for those with entries on their way. The reader's thread only, which
     * alone puts entries into work.
     */
    void forgetAllBut(Collection<String> streamKeys) {
        ledgers.entrySet()
                .removeIf(each ->
                        !streamKeys.contains(each.getKey()) && each.getValue().hasNothingOnItsWay());
    }

    void forEach(BiConsumer<String, StreamLedger> action) {
        ledgers.forEach(action);
    }
}
