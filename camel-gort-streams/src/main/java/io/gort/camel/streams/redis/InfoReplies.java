package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.PendingSummary;
import io.gort.camel.streams.entry.StreamInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the server tells about streams, groups and pending entries. */
final class InfoReplies {

    private InfoReplies() {}

    /** The answer to XINFO STREAM. */
    static StreamInfo streamInfo(@Nullable Object reply) {
        Map<String, @Nullable Object> told = Replies.properties(reply);
        List<?> first = Replies.list(told.get("first-entry"));
        EntryId firstId = first.isEmpty() ? null : Replies.id(first.get(0));
        return new StreamInfo(
                Replies.number(told.get("length")),
                Replies.id(told.get("last-generated-id")),
                firstId,
                Replies.number(told.get("groups")));
    }

    /** The answer to XINFO GROUPS. */
    static List<GroupInfo> groups(@Nullable Object reply) {
        List<GroupInfo> groups = new ArrayList<>();
        for (Object group : Replies.list(reply)) {
            Map<String, @Nullable Object> told = Replies.properties(group);
            groups.add(new GroupInfo(
                    Replies.text(told.get("name")),
                    Replies.number(told.get("consumers")),
                    Replies.number(told.get("pending")),
                    Replies.id(told.get("last-delivered-id")),
                    (Long) told.get("lag")));
        }
        return groups;
    }

    /** The answer to XINFO CONSUMERS. */
    static List<MemberInfo> members(@Nullable Object reply) {
        List<MemberInfo> members = new ArrayList<>();
        for (Object member : Replies.list(reply)) {
            Map<String, @Nullable Object> told = Replies.properties(member);
            members.add(new MemberInfo(
                    Replies.text(told.get("name")),
                    Replies.number(told.get("pending")),
                    Duration.ofMillis(Replies.number(told.get("idle")))));
        }
        return members;
    }

    /** The answer to XPENDING without a range. */
    static PendingSummary pendingSummary(@Nullable Object reply) {
        List<?> told = Replies.list(reply);
        Map<String, Long> members = new LinkedHashMap<>();
        for (Object element : Replies.list(told.get(3))) {
            List<?> member = Replies.list(element);
            members.put(Replies.text(member.get(0)), Long.parseLong(Replies.text(member.get(1))));
        }
        return new PendingSummary(Replies.number(told.get(0)), idOrNone(told.get(1)), idOrNone(told.get(2)), members);
    }

    private static @Nullable EntryId idOrNone(@Nullable Object reply) {
        return reply == null ? null : Replies.id(reply);
    }

    /** The answer to XPENDING with a range. */
    static List<PendingEntry> pending(@Nullable Object reply) {
        List<PendingEntry> pending = new ArrayList<>();
        for (Object element : Replies.list(reply)) {
            List<?> entry = Replies.list(element);
            pending.add(new PendingEntry(
                    Replies.id(entry.get(0)),
                    Replies.text(entry.get(1)),
                    Duration.ofMillis(Replies.number(entry.get(2))),
                    Replies.number(entry.get(3))));
        }
        return pending;
    }
}
