package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What this member knows of its own entries of one stream. Any thread may write. */
final class StreamLedger {

    /** Failed entries beyond so many are forgotten, the largest ids first; they stay pending on the server. */
    static final int FAILED_REMEMBERED = 10_000;

    /** In place of the time when an entry was last this member's. */
    private static final Instant LOST = Instant.MIN;

    private final ConcurrentSkipListMap<EntryId, Instant> inWork = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<EntryId, Instant> ownedAt = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<EntryId> unconfirmed = new ConcurrentSkipListSet<>();
    private final ConcurrentSkipListSet<EntryId> failed = new ConcurrentSkipListSet<>();
    private final AtomicReference<@Nullable EntryId> highestAcknowledged = new AtomicReference<>();

    /** Notes that an entry goes into work. False if it is in work already, or done but not yet acknowledged. */
    boolean begin(EntryId id, Instant now) {
        if (inWork.putIfAbsent(id, now) != null) {
            owned(List.of(id), now); // delivered again, as after its group was lost
            return false;
        }
        if (unconfirmed.contains(id)) { // looked for after inWork, as done() goes from there to here
            inWork.remove(id);
            return false;
        }
        failed.remove(id);
        ownedAt.put(id, now);
        return true;
    }

    /** Whether the entry must not be run now: it is in work, or done but not yet acknowledged. */
    boolean isBusy(EntryId id) {
        return inWork.containsKey(id) || unconfirmed.contains(id);
    }

    /** Whether it is an entry that failed here and waits to be claimed. */
    boolean hasFailed(EntryId id) {
        return failed.contains(id);
    }

    void done(EntryId id) {
        unconfirmed.add(id);
        inWork.remove(id);
        ownedAt.remove(id);
    }

    /** Notes that an entry failed; gives when it was last known to be this member's, null if it was not in work. */
    @Nullable
    Instant failed(EntryId id) {
        failed.add(id);
        inWork.remove(id);
        if (failed.size() > FAILED_REMEMBERED) {
            failed.pollLast();
        }
        return ownedAt.remove(id);
    }

    /** Notes that entries in work were this member's at an instant. */
    void owned(Collection<EntryId> ids, Instant instant) {
        ids.forEach(id -> ownedAt.computeIfPresent(id, (same, before) -> instant));
    }

    /** Notes that entries in work are no longer this member's. */
    void lost(Collection<EntryId> ids) {
        owned(ids, LOST);
    }

    /** Whether an entry in work was this member's at or after an instant. */
    boolean isOwnedSince(EntryId id, Instant instant) {
        Instant owned = ownedAt.get(id);
        return owned != null && !owned.isBefore(instant);
    }

    /** The entries in work that were not this member's at or after an instant, but for those known to be lost. */
    List<EntryId> doubtful(Instant instant) {
        return inWork.keySet().stream()
                .filter(id -> !isOwnedSince(id, instant) && !LOST.equals(ownedAt.get(id)))
                .toList();
    }

    /** The entries that failed here and wait to be claimed, in order. */
    List<EntryId> failed() {
        return List.copyOf(failed);
    }

    /** Another member has taken the failed entry over. */
    void forgetFailed(EntryId id) {
        failed.remove(id);
    }

    /** The entry is no longer this member's business. */
    void forget(EntryId id) {
        inWork.remove(id);
        ownedAt.remove(id);
        failed.remove(id);
    }

    void acknowledged(List<EntryId> ids) {
        for (EntryId id : ids) {
            unconfirmed.remove(id);
            highestAcknowledged.updateAndGet(highest -> EntryId.larger(highest, id));
        }
    }

    /** The entries that went into work at or after an instant. */
    List<EntryId> inWorkSince(Instant instant) {
        return inWork.entrySet().stream()
                .filter(e -> !e.getValue().isBefore(instant))
                .map(e -> e.getKey())
                .toList();
    }

    /** The entries that went into work before an instant. */
    List<EntryId> inWorkBefore(Instant instant) {
        return inWork.entrySet().stream()
                .filter(e -> e.getValue().isBefore(instant))
                .map(e -> e.getKey())
                .toList();
    }

    @Nullable
    EntryId smallestUnacknowledged() {
        EntryId firstInWork = first(inWork.keySet()); // looked for first, as failed() goes from here to there
        EntryId firstFailed = first(failed);
        return firstFailed == null ? firstInWork : EntryId.smaller(firstInWork, firstFailed);
    }

    @Nullable
    EntryId highestAcknowledged() {
        return highestAcknowledged.get();
    }

    private static @Nullable EntryId first(NavigableSet<EntryId> ids) {
        Iterator<EntryId> iterator = ids.iterator();
        return iterator.hasNext() ? iterator.next() : null;
    }
}
