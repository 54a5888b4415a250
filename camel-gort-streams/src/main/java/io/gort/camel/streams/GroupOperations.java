package io.gort.camel.streams;

import io.gort.camel.streams.entry.ClaimedEntries;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.Page;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.RewoundGroup;
import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.StreamClient;
import java.util.ArrayList;
import java.util.List;

/** What is done to the groups of a stream, and to what is pending in them. */
record GroupOperations(StreamClient client, String streamKey) {

    /** So many entries are claimed in one step on the server, which serves nobody else meanwhile. */
    private static final int CLAIMED_AT_ONCE = 1_000;

    boolean create(StreamRequest.CreateGroup request) {
        return request.makeStream()
                ? client.createGroup(streamKey, request.group(), request.start().position())
                : client.createGroupOnly(streamKey, request.group(), request.start());
    }

    RewoundGroup rewind(StreamRequest.RewindGroup request) {
        EntryId before = find(request.group()).lastDeliveredId();
        client.rewindGroup(streamKey, request.group(), request.start());
        return new RewoundGroup(before, find(request.group()));
    }

    private GroupInfo find(String group) {
        return client.groups(streamKey).stream()
                .filter(each -> each.name().equals(group))
                .findAny()
                .orElseThrow(() -> new NoSuchGroupException(
                        "group: " + group + " (expected: a group of stream " + streamKey + ")", null));
    }

    Page<PendingEntry> pending(StreamRequest.Pending request) {
        StreamRequest.Range range = request.range();
        List<PendingEntry> found = client.pending(
                streamKey, request.group(), request.consumer(), range.from(), request.minIdle(), range.count() + 1);
        List<PendingEntry> wanted = found.stream()
                .takeWhile(entry -> !entry.id().isAfter(range.to()))
                .toList();
        return Page.of(wanted, range.count(), PendingEntry::id);
    }

    ClaimedEntries claim(StreamRequest.Claim request) {
        List<EntryId> ids = request.ids().isEmpty() ? idle(request) : request.ids();
        List<ClaimedEntries.Claimed> entries = new ArrayList<>();
        List<EntryId> trimmed = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CLAIMED_AT_ONCE) {
            ClaimedEntries claimed = client.claim(
                    streamKey,
                    request.member(),
                    request.minIdle(),
                    ids.subList(from, Math.min(ids.size(), from + CLAIMED_AT_ONCE)));
            entries.addAll(claimed.entries());
            trimmed.addAll(claimed.trimmed());
        }
        return new ClaimedEntries(entries, trimmed);
    }

    private List<EntryId> idle(StreamRequest.Claim request) {
        return client
                .pending(streamKey, request.member().group(), null, EntryId.ZERO, request.minIdle(), request.count())
                .stream()
                .map(PendingEntry::id)
                .toList();
    }
}
