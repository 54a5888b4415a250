package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.StreamClient;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees that the group exists on each stream: at the start, and again when it was lost. The reader's thread only. */
final class GroupKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(GroupKeeper.class);

    private final ConsumerSettings settings;
    private final StreamClient client;
    private final EntryLedger ledger;
    private final Set<String> seen = new HashSet<>();

    GroupKeeper(ConsumerSettings settings, StreamClient client, EntryLedger ledger) {
        this.settings = settings;
        this.client = client;
        this.ledger = ledger;
    }

    /**
     * Sees that the group is there.
     *
     * @param start where it begins if this consumer has not met it before
     */
    void ensure(String streamKey, String start) {
        String group = settings.groupMember().group();
        boolean first = !seen.contains(streamKey);
        String position = first ? start : recreatePosition(streamKey).toString();
        boolean created = client.createGroup(streamKey, group, position);
        seen.add(streamKey);
        if (created && first) {
            LOG.info("Created group {} of stream {}, starting after {}", group, streamKey, position);
        } else if (created) {
            LOG.warn("Group {} of stream {} was lost: created it again, starting after {}", group, streamKey, position);
        }
    }

    void forget(String streamKey) {
        seen.remove(streamKey);
    }

    /** Forgets streams that are no longer read. */
    void forgetAllBut(Collection<String> streamKeys) {
        seen.retainAll(streamKeys);
        ledger.forgetAllBut(streamKeys);
    }

    private EntryId recreatePosition(String streamKey) {
        EntryId last =
                client.streamInfo(streamKey).map(StreamInfo::lastGeneratedId).orElse(EntryId.ZERO);
        StreamLedger own = ledger.of(streamKey);
        return RecreatePosition.of(own.smallestUnacknowledged(), own.highestAcknowledged(), last);
    }
}
