package io.gort.camel.streams.consumer;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** The ledgers of all streams that a consumer reads. */
final class EntryLedger {

    private final Map<String, StreamLedger> ledgers = new ConcurrentHashMap<>();
    private final AtomicBoolean leftAlone = new AtomicBoolean();

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

    /** Notes that entries which this member was given were left alone, and lie there. */
    void leavesAlone() {
        leftAlone.set(true);
    }

    /** Whether entries were left alone since this was last asked. */
    boolean takeLeftAlone() {
        return leftAlone.getAndSet(false);
    }

    void forEach(BiConsumer<String, StreamLedger> action) {
        ledgers.forEach(action);
    }
}
