package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.StreamInfo;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of a group at one moment.
 *
 * @param streamKey     the stream
 * @param group         the group
 * @param lag           how many entries it has left to read; null where the server cannot tell
 * @param pending       how many of its entries are pending
 * @param trimmedUnread how many entries were trimmed before it read them and that it has not jumped yet; 0 where the
 *                      server cannot tell
 * @param deadLetters   how many dead letters the stream has
 */
public record GroupSight(
        String streamKey, String group, @Nullable Long lag, long pending, long trimmedUnread, long deadLetters) {

    static GroupSight of(String streamKey, StreamInfo stream, GroupInfo group, long deadLetters) {
        return new GroupSight(
                streamKey, group.name(), group.lag(), group.pending(), trimmedUnread(stream, group), deadLetters);
    }

    /** The lag counts trimmed entries; if the stream begins after the group's place, all of its entries are unread. */
    private static long trimmedUnread(StreamInfo stream, GroupInfo group) {
        boolean beginsLater = stream.firstId() == null || stream.firstId().isAfter(group.lastDeliveredId());
        return group.lag() == null || !beginsLater ? 0 : Math.max(0, group.lag() - stream.length());
    }
}
