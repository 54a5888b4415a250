package io.gort.camel.streams.consumer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The ledgers of all streams that a consumer reads. */
final class EntryLedger {

    private final Map<String, StreamLedger> ledgers = new ConcurrentHashMap<>();

    StreamLedger of(String streamKey) {
        return ledgers.computeIfAbsent(streamKey, key -> new StreamLedger());
    }

    void forEach(BiConsumer<String, StreamLedger> action) {
        ledgers.forEach(action);
    }
}
