package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.TrimmedUnread;
import io.gort.camel.streams.entry.UnreadCheck;
import io.gort.camel.streams.entry.UnreadCheck.Look;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices entries that were trimmed or deleted before the group read them, counts and tells them. It looks ahead of
 * each read that may jump a gap: the first one of a connection, one of a stream that had more to give, one after a
 * pause in which much may have happened, and now and then. A group that waits at the end of its stream misses nothing,
 * so no look is taken there. The reader's thread only.
 */
final class TrimWatch {

    /** A pause between two reads in which a busy stream may have been trimmed by more than the group had left. */
    static final Duration PAUSE = Duration.ofMillis(20);

    /** A stream that is trimmed on and on is told of so often; what was found between is told together. */
    static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(TrimWatch.class);

    private final String group;
    private final Duration interval;
    private final ConsumerCounters counters;
    private final Supplier<? extends Collection<String>> allStreams;
    private final Clock clock;
    private final Map<String, Watched> watched = new HashMap<>();
    private Instant lastRead = Instant.MIN;

    /** What is known of a stream. */
    private static final class Watched {
        private Instant nextLook = Instant.MIN;
        private boolean looked;
        private EntryId given = EntryId.ZERO;
        private boolean hasMore;
        private boolean refused;
        private @Nullable EntryId expected;
        private Instant nextTelling = Instant.MIN;
        private @Nullable Gap untold;

        private void connectedAnew() {
            looked = false;
            nextLook = Instant.MIN;
        }
    }

    /**
     * What is to be told of a stream.
     *
     * @param count 0 where the number is not known
     * @param after the last id that was read before it
     * @param next  where reading goes on; null if nothing is there yet
     */
    private record Gap(long count, EntryId after, @Nullable EntryId next) {

        Gap with(Gap later) {
            return new Gap(count + later.count, after, later.next);
        }
    }

    /**
     * Watches for one consumer.
     *
     * @param interval   how often each stream is looked at in any case
     * @param allStreams what is read; the rest is forgotten
     */
    TrimWatch(
            String group,
            Duration interval,
            ConsumerCounters counters,
            Supplier<? extends Collection<String>> allStreams,
            Clock clock) {
        this.group = group;
        this.interval = interval;
        this.counters = counters;
        this.allStreams = allStreams;
        this.clock = clock;
    }

    /** A new reader, watched. */
    StreamReader over(StreamReader reader) {
        watched.keySet().retainAll(allStreams.get());
        watched.values().forEach(Watched::connectedAnew);
        lastRead = Instant.MIN;
        return new WatchedReader(reader, this);
    }

    /** What to look at ahead of a read of these streams. */
    UnreadCheck checkAhead(Collection<String> streamKeys) {
        Instant now = clock.instant();
        boolean paused = lastRead.plus(PAUSE).isBefore(now);
        Map<String, Look> due = new LinkedHashMap<>();
        for (String streamKey : streamKeys) {
            Watched own = watched.computeIfAbsent(streamKey, key -> new Watched());
            tellIfDue(streamKey, own);
            if (paused || !now.isBefore(own.nextLook)) {
                own.nextLook = now.plus(interval);
                due.put(streamKey, new Look(EntryId.ZERO, own.looked));
                own.looked = true;
            } else if (own.hasMore) {
                due.put(streamKey, new Look(own.given, own.looked));
            }
        }
        return due.isEmpty() ? UnreadCheck.NONE : new Check(due);
    }

    /** Notes what a read has brought. */
    void hasRead(Collection<String> streamKeys, List<StreamEntry> entries, int count) {
        lastRead = clock.instant();
        Map<String, Integer> brought = new HashMap<>();
        for (StreamEntry entry : entries) {
            brought.merge(entry.streamKey(), 1, Integer::sum);
            watched.computeIfAbsent(entry.streamKey(), key -> new Watched()).given = entry.id();
        }
        for (String streamKey : streamKeys) {
            watched.computeIfAbsent(streamKey, key -> new Watched()).hasMore =
                    brought.getOrDefault(streamKey, 0) >= count;
        }
    }

    private void found(TrimmedUnread trimmed) {
        Watched own = watched.computeIfAbsent(trimmed.streamKey(), key -> new Watched());
        own.refused = false;
        Long count = trimmed.count();
        boolean isGap = count == null ? isGone(own.expected, trimmed) : count > 0;
        own.expected = trimmed.afterwards();
        if (isGap) {
            long counted = count == null ? 0 : count;
            counters.trimmedUnread.add(counted);
            Gap gap = new Gap(counted, trimmed.lastDelivered(), trimmed.nextUnread());
            own.untold = own.untold == null ? gap : own.untold.with(gap);
            tellIfDue(trimmed.streamKey(), own);
        }
    }

    /** Whether an entry that the group was to be given next is no longer there, though nobody was given it. */
    private static boolean isGone(@Nullable EntryId expected, TrimmedUnread now) {
        EntryId next = now.nextUnread();
        return expected != null && expected.isAfter(now.lastDelivered()) && (next == null || next.isAfter(expected));
    }

    private void tellIfDue(String streamKey, Watched own) {
        Gap gap = own.untold;
        Instant now = clock.instant();
        if (gap == null || now.isBefore(own.nextTelling)) {
            return;
        }
        own.nextTelling = now.plus(TELL_EVERY);
        own.untold = null;
        LOG.warn(
                "Entries of stream {} were trimmed or deleted before group {} read them: {}. It had read to {} and goes on"
                        + " at {}",
                streamKey,
                group,
                gap.count() == 0 ? "the server cannot tell how many" : gap.count(),
                gap.after(),
                gap.next() == null ? "what comes next" : gap.next());
    }

    private void refused(String streamKey, RuntimeException reason) {
        Watched own = watched.computeIfAbsent(streamKey, key -> new Watched());
        own.looked = false;
        if (own.refused || !(reason instanceof PermissionDeniedException)) { // of the rest the read itself tells
            LOG.debug("Looking for trimmed entries of {} failed: {}", streamKey, reason.getMessage());
        } else {
            own.refused = true;
            LOG.warn(
                    "Entries of stream {} that are trimmed before group {} reads them cannot be counted: {}",
                    streamKey,
                    group,
                    reason.getMessage());
        }
    }

    private final class Check implements UnreadCheck {

        private final Map<String, Look> due;

        Check(Map<String, Look> due) {
            this.due = due;
        }

        @Override
        public Map<String, Look> streams() {
            return due;
        }

        @Override
        public void found(TrimmedUnread trimmed) {
            TrimWatch.this.found(trimmed);
        }

        @Override
        public void refused(String streamKey, RuntimeException reason) {
            TrimWatch.this.refused(streamKey, reason);
        }
    }
}
