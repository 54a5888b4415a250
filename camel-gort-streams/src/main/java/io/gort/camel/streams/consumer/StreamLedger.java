package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What this member knows of its own entries of one stream. Any thread may write. */
final class StreamLedger {

    /** Failed entries beyond so many are forgotten, the largest ids first; they stay pending on the server. */
    static final int FAILED_REMEMBERED = 10_000;

    /** In place of the time when an entry was last this member's. */
    private static final Instant LOST = Instant.MIN;

    private final ConcurrentMap<EntryId, Work> inWork = new ConcurrentHashMap<>();
    private final Set<EntryId> unconfirmed = ConcurrentHashMap.newKeySet();
    private final ConcurrentSkipListSet<EntryId> failed = new ConcurrentSkipListSet<>();
    private final AtomicReference<@Nullable EntryId> highestAcknowledged = new AtomicReference<>();

    /**
     * An entry in work.
     *
     * @param since   when it went into work
     * @param ownedAt when it was last known to be this member's
     */
    private record Work(Instant since, Instant ownedAt) {}

    /** Notes that an entry goes into work. False if it is in work already, or done but not yet acknowledged. */
    boolean begin(EntryId id, Instant now) {
        if (inWork.putIfAbsent(id, new Work(now, now)) != null) {
            owned(List.of(id), now); // delivered again, as after its group was lost
            return false;
        }
        if (unconfirmed.contains(id)) { // looked for after inWork, as done() goes from there to here
            inWork.remove(id);
            return false;
        }
        if (!failed.isEmpty()) {
            failed.remove(id);
        }
        return true;
    }

    /** Whether the entry must not be run now: it is in work, or done but not yet acknowledged. */
    boolean isBusy(EntryId id) {
        return inWork.containsKey(id) || unconfirmed.contains(id);
    }

    /** Whether no entry is in work, or done but not yet acknowledged. */
    boolean hasNothingOnItsWay() {
        return inWork.isEmpty() && unconfirmed.isEmpty(); // looked for last, as done() goes from there to here
    }

    /** How many entries are done but not yet acknowledged. */
    int unconfirmed() {
        return unconfirmed.size();
    }

    /** Whether it is an entry that failed here and waits to be claimed. */
    boolean hasFailed(EntryId id) {
        return failed.contains(id);
    }

    void done(EntryId id) {
        unconfirmed.add(id);
        inWork.remove(id);
    }

    /** Notes that an entry failed; gives when it was last known to be this member's, null if it was not in work. */
    @Nullable
    Instant failed(EntryId id) {
        failed.add(id);
        Work work = inWork.remove(id);
        if (failed.size() > FAILED_REMEMBERED) {
            failed.pollLast();
        }
        return work == null ? null : work.ownedAt();
    }

    /** Notes that an entry is not yet in work at an instant, as it waits for another one. */
    void waits(EntryId id, Instant now) {
        inWork.computeIfPresent(id, (same, work) -> new Work(now, work.ownedAt()));
    }

    /** Notes that entries in work were this member's at an instant. */
    void owned(Collection<EntryId> ids, Instant instant) {
        ids.forEach(id -> inWork.computeIfPresent(id, (same, work) -> new Work(work.since(), instant)));
    }

    /** Notes that entries in work are no longer this member's. */
    void lost(Collection<EntryId> ids) {
        owned(ids, LOST);
    }

    /** Whether an entry in work was this member's at or after an instant. */
    boolean isOwnedSince(EntryId id, Instant instant) {
        Work work = inWork.get(id);
        return work != null && !work.ownedAt().isBefore(instant);
    }

    /** The entries in work that were not this member's at or after an instant, but for those known to be lost. */
    List<EntryId> doubtful(Instant instant) {
        return inWork.entrySet().stream()
                .filter(e -> e.getValue().ownedAt().isBefore(instant)
                        && !e.getValue().ownedAt().equals(LOST))
                .map(Map.Entry::getKey)
                .sorted()
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
        failed.remove(id);
    }

    void acknowledged(List<EntryId> ids) {
        if (!ids.isEmpty()) {
            ids.forEach(unconfirmed::remove);
            EntryId last = Collections.max(ids);
            highestAcknowledged.updateAndGet(highest -> EntryId.larger(highest, last));
        }
    }

    /** The entries that went into work at or after an instant, in order. */
    List<EntryId> inWorkSince(Instant instant) {
        return inWork(since -> !since.isBefore(instant));
    }

    /** The entries that went into work before an instant, in order. */
    List<EntryId> inWorkBefore(Instant instant) {
        return inWork(since -> since.isBefore(instant));
    }

    @Nullable
    EntryId smallestUnacknowledged() {
        EntryId smallest = null;
        for (EntryId id : inWork.keySet()) { // looked through first, as failed() goes from here to there
            smallest = EntryId.smaller(smallest, id);
        }
        Iterator<EntryId> inOrder = failed.iterator();
        return inOrder.hasNext() ? EntryId.smaller(smallest, inOrder.next()) : smallest;
    }

    @Nullable
    EntryId highestAcknowledged() {
        return highestAcknowledged.get();
    }

    private List<EntryId> inWork(Predicate<Instant> since) {
        return inWork.entrySet().stream()
                .filter(e -> since.test(e.getValue().since()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
