package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.ClaimedEntries;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings pending entries back to work: this member's own after a start or a lost connection, and those that any member
 * has let lie. The reader's thread only.
 */
final class PendingEntryTaker {

    /** How many entries are looked at in one step, and so claimed in one run of the server's script. */
    static final int PAGE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(PendingEntryTaker.class);

    private final GroupMember member;
    private final Duration minIdle;
    private final StreamClient client;
    private final EntryLedger ledger;
    private final ConsumerCounters counters;
    private final Dispatch dispatch;

    /** Takes entries that are ready to be handled. */
    @FunctionalInterface
    interface Dispatch {
        /** Takes them; false if some were left alone because the consumer stops or is suspended. */
        boolean all(List<ClaimedEntries.Claimed> entries) throws InterruptedException;
    }

    PendingEntryTaker(
            GroupMember member,
            Duration minIdle,
            StreamClient client,
            EntryLedger ledger,
            ConsumerCounters counters,
            Dispatch dispatch) {
        this.member = member;
        this.minIdle = minIdle;
        this.client = client;
        this.ledger = ledger;
        this.counters = counters;
        this.dispatch = dispatch;
    }

    /** Whether entries of this member were left alone since this was last called, as happens when it is suspended. */
    boolean takeLeftAlone() {
        return ledger.takeLeftAlone();
    }

    /**
     * Takes the next of the member's own pending entries that are neither in work nor waiting after a failure here.
     *
     * @param from  the smallest id to look at
     * @param limit how many at most
     * @return where to go on; null at the end of the list
     */
    @Nullable
    EntryId takeOwn(String streamKey, EntryId from, int limit) throws InterruptedException {
        List<PendingEntry> page = client.pending(
                streamKey, member.group(), member.consumer(), from, Duration.ZERO, Math.min(PAGE, limit));
        StreamLedger own = ledger.of(streamKey);
        List<EntryId> ids = page.stream()
                .map(PendingEntry::id)
                .filter(id -> !own.isBusy(id) && !own.hasFailed(id))
                .toList();
        hand(streamKey, ids.isEmpty() ? ClaimedEntries.NONE : client.retake(streamKey, member, ids));
        return after(page, Math.min(PAGE, limit));
    }

    /** As {@link #takeOwn}, for entries of any member that have been idle for long enough and are not in work here. */
    @Nullable
    EntryId takeStale(String streamKey, EntryId from, int limit) throws InterruptedException {
        List<PendingEntry> page = client.pending(streamKey, member.group(), null, from, minIdle, Math.min(PAGE, limit));
        StreamLedger own = ledger.of(streamKey);
        List<EntryId> ids = page.stream()
                .filter(p -> !own.isBusy(p.id()))
                .map(PendingEntry::id)
                .toList();
        ClaimedEntries claimed = ids.isEmpty() ? ClaimedEntries.NONE : client.claim(streamKey, member, minIdle, ids);
        counters.claimed.add(claimed.entries().size());
        hand(streamKey, claimed);
        return after(page, Math.min(PAGE, limit));
    }

    private void hand(String streamKey, ClaimedEntries claimed) throws InterruptedException {
        if (!claimed.trimmed().isEmpty()) {
            counters.trimmed.add(claimed.trimmed().size());
            claimed.trimmed().forEach(id -> ledger.of(streamKey).forget(id));
            LOG.warn(
                    "{} pending entries of stream {} were trimmed or deleted before they were handled: {} to {}",
                    claimed.trimmed().size(),
                    streamKey,
                    claimed.trimmed().get(0),
                    claimed.trimmed().get(claimed.trimmed().size() - 1));
        }
        dispatch.all(claimed.entries());
    }

    private static @Nullable EntryId after(List<PendingEntry> page, int wanted) {
        EntryId last =
                page.size() < wanted ? EntryId.MAX : page.get(page.size() - 1).id();
        return last.equals(EntryId.MAX) ? null : last.next();
    }
}
