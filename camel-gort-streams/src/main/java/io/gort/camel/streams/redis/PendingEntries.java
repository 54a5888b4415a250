package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ClaimedEntries;
import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes who owns pending entries, and for how long. */
final class PendingEntries {

    /** In place of the shortest idle time: only the member's own entries, whose delivery count stays. */
    private static final long OWN_ENTRIES = -1;

    private final ServerCalls server;

    PendingEntries(ServerCalls server) {
        this.server = server;
    }

    ClaimedEntries retake(String streamKey, GroupMember member, Collection<EntryId> ids) {
        return take(streamKey, member, OWN_ENTRIES, ids);
    }

    ClaimedEntries claim(String streamKey, GroupMember member, Duration minIdle, Collection<EntryId> ids) {
        return take(streamKey, member, Math.max(0, minIdle.toMillis()), ids);
    }

    Set<EntryId> keepAlive(String streamKey, GroupMember member, Collection<EntryId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return LuaScript.KEEP_ALIVE.run(
                server,
                List.of(streamKey),
                script -> script.text(member.group()).text(member.consumer()).ids(ids),
                reply -> new LinkedHashSet<>(Replies.ids(reply)));
    }

    boolean putBack(String streamKey, GroupMember member, EntryId id, long deliveryCount) {
        return LuaScript.PUT_BACK.run(
                server,
                List.of(streamKey),
                script -> script.text(member.group())
                        .text(member.consumer())
                        .id(id)
                        .number(deliveryCount),
                reply -> Replies.number(reply) == 1);
    }

    private ClaimedEntries take(String streamKey, GroupMember member, long minIdle, Collection<EntryId> ids) {
        if (ids.isEmpty()) {
            return ClaimedEntries.NONE;
        }
        return LuaScript.CLAIM.run(
                server,
                List.of(streamKey),
                script -> script.text(member.group())
                        .text(member.consumer())
                        .number(minIdle)
                        .ids(ids),
                reply -> claimed(streamKey, reply));
    }

    private static ClaimedEntries claimed(String streamKey, @Nullable Object reply) {
        List<?> parts = Replies.list(reply);
        List<Claimed> claimed = new ArrayList<>();
        for (Object element : Replies.list(parts.get(0))) {
            List<?> entry = Replies.list(element);
            claimed.add(new Claimed(
                    new StreamEntry(streamKey, Replies.id(entry.get(0)), Replies.fields(entry.get(1))),
                    Replies.number(entry.get(2))));
        }
        return new ClaimedEntries(claimed, Replies.ids(parts.get(1)));
    }
}
