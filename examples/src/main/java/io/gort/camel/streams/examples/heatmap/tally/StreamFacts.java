package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream and its group stand with regard to some entries. Read in an order in which a delivery or an
 * acknowledgement meanwhile makes an entry look further on, never lost: first the group, then the pending entries.
 *
 * @param firstId       the smallest id on the stream; null if it is empty or gone
 * @param lastDelivered the last id that the group delivered; {@code 0-0} without a group
 * @param otherMembers  whether the group has more members than one
 * @param onStream      which of the entries are on the stream
 * @param pending       which of the entries are pending in the group
 */
record StreamFacts(
        @Nullable EntryId firstId,
        EntryId lastDelivered,
        boolean otherMembers,
        Set<EntryId> onStream,
        Set<EntryId> pending) {

    private static final int PAGE = 1000;

    /** Looks the entries up; {@code ids} ascend and there is at least one. */
    static StreamFacts of(StreamClient client, String streamKey, String group, List<EntryId> ids) {
        EntryId from = ids.get(0);
        EntryId to = ids.get(ids.size() - 1);
        Optional<GroupInfo> info = client.groups(streamKey).stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst();
        Set<EntryId> onStream = onStream(client, streamKey, from, to);
        Set<EntryId> pending = info.isEmpty() ? Set.of() : pending(client, streamKey, group, from, to);
        return new StreamFacts(
                client.streamInfo(streamKey).map(StreamInfo::firstId).orElse(null),
                info.map(GroupInfo::lastDeliveredId).orElse(EntryId.ZERO),
                info.map(GroupInfo::consumers).orElse(0L) > 1,
                onStream,
                pending);
    }

    private static Set<EntryId> onStream(StreamClient client, String streamKey, EntryId from, EntryId to) {
        Set<EntryId> ids = new HashSet<>();
        EntryId next = from;
        List<StreamEntry> page;
        do {
            page = client.range(streamKey, next, to, PAGE);
            page.forEach(entry -> ids.add(entry.id()));
            next = page.isEmpty() ? to : page.get(page.size() - 1).id().next();
        } while (page.size() == PAGE && !next.isAfter(to));
        return ids;
    }

    private static Set<EntryId> pending(StreamClient client, String streamKey, String group, EntryId from, EntryId to) {
        Set<EntryId> ids = new HashSet<>();
        EntryId next = from;
        List<PendingEntry> page;
        do {
            page = client.pending(streamKey, group, null, next, Duration.ZERO, PAGE);
            page.forEach(entry -> ids.add(entry.id()));
            next = page.isEmpty() ? to : page.get(page.size() - 1).id().next();
        } while (page.size() == PAGE && !next.isAfter(to));
        return ids;
    }
}
