package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees that entries that failed here stay somebody's: puts those back that a lost group has forgotten, and forgets
 * those that another member has taken over. The keeper's thread only.
 */
final class FailedEntryKeeper {

    private static final int PAGE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(FailedEntryKeeper.class);

    private final GroupMember member;
    private final SureOwnership sure;
    private final StreamClient client;
    private final EntryLedger ledger;
    private final Clock clock;

    FailedEntryKeeper(GroupMember member, Duration minIdle, StreamClient client, EntryLedger ledger, Clock clock) {
        this.member = member;
        this.sure = new SureOwnership(minIdle);
        this.client = client;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Puts an entry that has just failed back if it is in no pending list. Where the group itself is lost it is left to
     * the reader, which makes it anew before this entry. An entry that another member may have claimed and finished, as
     * after this one was frozen, is left alone: it would be handled again.
     *
     * @param ownedAt when it was last known to be this member's
     */
    void secure(Delivery delivery, Instant ownedAt) {
        String streamKey = delivery.entry().streamKey();
        EntryId id = delivery.entry().id();
        if (!ledger.of(streamKey).hasFailed(id) || !sure.holds(ownedAt, clock.instant())) {
            return;
        }
        try {
            if (client.putBack(streamKey, member, id, delivery.deliveryCount())) {
                LOG.warn("Entry {} of stream {} was in no pending list any more: put it back", id, streamKey);
            }
        } catch (RedisStreamException e) {
            LOG.debug("Looking after entry {} of {} failed: {}", id, streamKey, e.getMessage());
        }
    }

    /** Forgets the failed entries that are no longer pending for this member. */
    void review() {
        ledger.forEach((streamKey, own) -> {
            try {
                review(streamKey, own);
            } catch (RuntimeException e) {
                LOG.debug("Reviewing failed entries of {} failed: {}", streamKey, e.getMessage());
            }
        });
    }

    private void review(String streamKey, StreamLedger own) {
        List<EntryId> failed = own.failed();
        if (failed.isEmpty()) {
            return;
        }
        Set<EntryId> mine = new HashSet<>();
        List<PendingEntry> page;
        EntryId from = failed.get(0);
        do {
            page = client.pending(streamKey, member.group(), member.consumer(), from, Duration.ZERO, PAGE);
            page.forEach(pending -> mine.add(pending.id()));
            from = page.isEmpty() ? from : page.get(page.size() - 1).id().next();
        } while (page.size() == PAGE);
        failed.stream().filter(id -> !mine.contains(id)).forEach(own::forgetFailed);
    }
}
