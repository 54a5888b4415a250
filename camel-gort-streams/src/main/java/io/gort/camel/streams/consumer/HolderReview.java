package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at intervals after the failed entries that hold up others: takes each again as soon as it may be claimed, even
 * where there is no room for more, and lets the entries behind it go on if it was settled elsewhere, or if it is with a
 * member that may itself wait for what waits here. The time for which an entry merely waits does not count as its
 * processing time. The reader's thread only.
 */
final class HolderReview {

    private static final Logger LOG = LoggerFactory.getLogger(HolderReview.class);

    private final Holds holds;
    private final GroupMember member;
    private final Duration minIdle;
    private final Duration interval;
    private final StreamClient client;
    private final PendingEntryTaker taker;
    private final EntryLedger ledger;
    private final Clock clock;
    private Instant next = Instant.MIN;

    /** What is to be done about an entry that holds up others. */
    enum Step {
        TAKE_AGAIN,
        WAIT,
        RELEASE
    }

    HolderReview(
            Holds holds,
            ConsumerSettings settings,
            StreamClient client,
            PendingEntryTaker taker,
            EntryLedger ledger,
            Clock clock) {
        this.holds = holds;
        this.member = settings.groupMember();
        this.minIdle = settings.minIdle();
        this.interval = settings.claimInterval();
        this.client = client;
        this.taker = taker;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Decides what to do.
     *
     * @param pending   the entry as it is pending for any member; null if it is for none
     * @param delivered whether the group has read as far as the entry. If not, it was made anew, and will deliver it
     *                  again
     * @param crossed   whether another member has it, which may wait for one that waits here: both would wait for ever
     */
    static Step stepFor(@Nullable PendingEntry pending, boolean delivered, boolean crossed, Duration minIdle) {
        if (pending == null) {
            return delivered ? Step.RELEASE : Step.WAIT;
        }
        if (pending.idle().compareTo(minIdle) >= 0) {
            return Step.TAKE_AGAIN;
        }
        return crossed ? Step.RELEASE : Step.WAIT;
    }

    /** Looks after all of them, if it is time to. */
    void reviewIfDue() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(interval);
        holds.heldUp().forEach(entry -> ledger.of(entry.streamKey()).waits(entry.id(), now));
        for (StreamEntry holder : holds.holders()) {
            review(holder);
        }
    }

    /** How long it is until the next look, but no longer than the time given. */
    Duration until(Duration longest) {
        return holds.holders().isEmpty() ? longest : Waits.until(next, clock, longest);
    }

    private void review(StreamEntry holder) throws InterruptedException {
        try {
            PendingEntry pending = pending(holder);
            boolean delivered = pending != null || isDelivered(holder);
            switch (stepFor(pending, delivered, isCrossed(pending, holder), minIdle)) {
                case RELEASE -> holds.release(holder);
                case TAKE_AGAIN -> {
                    EntryId unused = taker.takeStale(holder.streamKey(), holder.id(), 1);
                }
                case WAIT -> {
                    // it is in work elsewhere, has not lain for long enough, or is yet to be delivered again
                }
            }
        } catch (NoSuchGroupException e) {
            if (client.streamInfo(holder.streamKey()).isEmpty()) {
                holds.release(holder);
            }
        } catch (WrongTypeException e) {
            holds.release(holder);
        } catch (PermissionDeniedException e) {
            LOG.debug("Looking after entry {} of {} failed", holder.id(), holder.streamKey(), e);
        }
    }

    private @Nullable PendingEntry pending(StreamEntry holder) {
        return client.pending(holder.streamKey(), member.group(), null, holder.id(), Duration.ZERO, 1).stream()
                .filter(pending -> pending.id().equals(holder.id()))
                .findFirst()
                .orElse(null);
    }

    private boolean isCrossed(@Nullable PendingEntry pending, StreamEntry holder) {
        return pending != null && !pending.consumer().equals(member.consumer()) && holds.othersMayWaitBehind(holder);
    }

    private boolean isDelivered(StreamEntry holder) {
        return client.groups(holder.streamKey()).stream()
                .filter(group -> group.name().equals(member.group()))
                .noneMatch(group -> group.lastDeliveredId().compareTo(holder.id()) < 0);
    }
}
