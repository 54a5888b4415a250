package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether an entry whose turn has come is still this member's. A member that was frozen, or cut off from the
 * server, for longer than {@code minIdle} may hold entries that others have taken over; it asks before it begins them.
 * Safe from any thread.
 */
final class OwnershipCheck {

    private static final int CHUNK = 500;
    private static final Logger LOG = LoggerFactory.getLogger(OwnershipCheck.class);

    private final GroupMember member;
    private final SureOwnership sure;
    private final StreamClient client;
    private final EntryLedger ledger;
    private final Clock clock;

    OwnershipCheck(GroupMember member, Duration minIdle, StreamClient client, EntryLedger ledger, Clock clock) {
        this.member = member;
        this.sure = new SureOwnership(minIdle);
        this.client = client;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Asks the server only if it is not sure, and then at once for all entries of the stream that are in doubt. */
    boolean isOurs(StreamEntry entry) {
        StreamLedger own = ledger.of(entry.streamKey());
        Instant sureSince = sure.since(clock.instant());
        return own.isOwnedSince(entry.id(), sureSince) || isStillOurs(entry, own, sureSince);
    }

    private synchronized boolean isStillOurs(StreamEntry entry, StreamLedger own, Instant sureSince) {
        if (!own.isOwnedSince(entry.id(), sureSince)) {
            try {
                ask(entry.streamKey(), own, own.doubtful(sureSince));
            } catch (NoSuchGroupException | PermissionDeniedException | WrongTypeException e) {
                LOG.debug("Beginning {} of {}, as nobody can tell whose it is", entry.id(), entry.streamKey(), e);
                return true;
            } catch (RedisStreamException e) {
                LOG.debug("Not beginning {} of {}, as the server cannot be asked", entry.id(), entry.streamKey(), e);
                return false;
            }
        }
        return own.isOwnedSince(entry.id(), sureSince);
    }

    private void ask(String streamKey, StreamLedger own, List<EntryId> doubtful) {
        for (int i = 0; i < doubtful.size(); i += CHUNK) {
            List<EntryId> chunk = doubtful.subList(i, Math.min(doubtful.size(), i + CHUNK));
            Instant before = clock.instant();
            Set<EntryId> owned = client.keepAlive(streamKey, member, chunk);
            own.owned(owned, before);
            Set<EntryId> lost = new HashSet<>(chunk);
            lost.removeAll(owned);
            if (!lost.isEmpty()) {
                own.lost(lost);
                LOG.info("{} entries of {} that were read here are no longer this member's", lost.size(), streamKey);
            }
        }
    }
}
