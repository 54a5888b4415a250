package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps entries in work from being claimed by others: it starts their idle time anew well before it grows too long. An
 * entry that is in work for too long is let go, so that a hanging route does not hold it for ever. The keeper's thread
 * only.
 */
final class EntryKeepAlive {

    private static final int CHUNK = 500;
    private static final Logger LOG = LoggerFactory.getLogger(EntryKeepAlive.class);

    private final GroupMember member;
    private final SureOwnership sure;
    private final Duration maxProcessingTime;
    private final StreamClient client;
    private final EntryLedger ledger;
    private final Clock clock;
    private final Map<String, Set<EntryId>> letGo = new HashMap<>();

    EntryKeepAlive(
            GroupMember member,
            Duration minIdle,
            Duration maxProcessingTime,
            StreamClient client,
            EntryLedger ledger,
            Clock clock) {
        this.member = member;
        this.sure = new SureOwnership(minIdle);
        this.maxProcessingTime = maxProcessingTime;
        this.client = client;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Renews all entries in work, once. A failure is left to the next time. */
    void renew() {
        Instant oldest = clock.instant().minus(maxProcessingTime);
        ledger.forEach((streamKey, own) -> {
            letGo(streamKey, own.inWorkBefore(oldest));
            renew(streamKey, own.inWorkSince(oldest));
        });
    }

    private void renew(String streamKey, List<EntryId> ids) {
        try {
            for (int i = 0; i < ids.size(); i += CHUNK) {
                List<EntryId> chunk = ids.subList(i, Math.min(ids.size(), i + CHUNK));
                Instant before = clock.instant();
                List<EntryId> nobodyElses = surelyOurs(streamKey, chunk);
                Set<EntryId> owned = client.keepAlive(streamKey, member, chunk);
                ledger.of(streamKey).owned(owned, before);
                ledger.of(streamKey).owned(nobodyElses, before);
                if (owned.size() < chunk.size()) {
                    LOG.debug("{} entries in work of {} are no longer ours", chunk.size() - owned.size(), streamKey);
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("Keeping entries of {} alive failed, trying again: {}", streamKey, e.getMessage());
        }
    }

    /**
     * Nobody can have claimed these: if they are not pending for this member, their group was lost, and they are ours.
     */
    private List<EntryId> surelyOurs(String streamKey, List<EntryId> ids) {
        Instant since = sure.since(clock.instant());
        return ids.stream()
                .filter(id -> ledger.of(streamKey).isOwnedSince(id, since))
                .toList();
    }

    private void letGo(String streamKey, List<EntryId> overdue) {
        Set<EntryId> told = letGo.computeIfAbsent(streamKey, key -> new HashSet<>());
        told.retainAll(overdue);
        for (EntryId id : overdue) {
            if (told.add(id)) {
                LOG.warn(
                        "Entry {} of stream {} is in work for more than {}: other members may claim it now",
                        id,
                        streamKey,
                        maxProcessingTime);
            }
        }
    }
}
