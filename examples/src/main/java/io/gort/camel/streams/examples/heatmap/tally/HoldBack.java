package io.gort.camel.streams.examples.heatmap.tally;

import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.examples.heatmap.feed.Admission;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the feed back from a stream that is half its length ahead of the group, so that nothing is trimmed before it
 * is read. Two things must have room: this run's own entries from the oldest unsettled one on, and what the server
 * says the group has yet to read, which also counts the entries of other clients. The server is asked again when the
 * room it told of is used up, and at least each second. For one thread.
 */
public final class HoldBack implements Admission {

    private static final long ASK_AGAIN_MILLIS = 1000;
    private static final long ASK_AGAIN_FULL_MILLIS = 20;

    private final StreamClient client;
    private final String group;
    private final OwnEntries entries;
    private final long limit;
    private final Clock clock;
    private final Map<String, Lag> lags = new HashMap<>();

    /** @param length the length that streams are trimmed to */
    public HoldBack(StreamClient client, String group, OwnEntries entries, long length, Clock clock) {
        this.client = client;
        this.group = group;
        this.entries = entries;
        this.limit = length / 2;
        this.clock = clock;
    }

    @Override
    public boolean admits(String streamKey) {
        if (entries.ahead(streamKey) >= limit) {
            return false;
        }
        Lag lag = lags.get(streamKey);
        if (lag == null || isOld(lag)) {
            lag = new Lag(ask(streamKey), clock.millis());
            lags.put(streamKey, lag);
        }
        if (lag.entries >= limit) {
            return false;
        }
        lag.entries++;
        return true;
    }

    private boolean isOld(Lag lag) {
        return clock.millis() - lag.askedAt >= (lag.entries >= limit ? ASK_AGAIN_FULL_MILLIS : ASK_AGAIN_MILLIS);
    }

    private long ask(String streamKey) {
        try {
            return unread(streamKey);
        } catch (WrongTypeException | PermissionDeniedException e) {
            return 0; // publishing will tell what is wrong; nothing there waits to be read
        }
    }

    /** What the group has yet to read; without a group everything, and 0 where the server cannot tell. */
    private long unread(String streamKey) {
        List<GroupInfo> groups = client.groups(streamKey);
        for (GroupInfo info : groups) {
            if (info.name().equals(group)) {
                @Nullable Long lag = info.lag();
                return lag == null ? 0 : lag;
            }
        }
        return client.length(streamKey);
    }

    private static final class Lag {

        private final long askedAt;
        private long entries;

        private Lag(long entries, long askedAt) {
            this.entries = entries;
            this.askedAt = askedAt;
        }
    }
}
