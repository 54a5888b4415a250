package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at intervals for entries that were let lie: page after page, the streams in turn, to the end of each list of
 * pending entries, so that what stands far down is found as well. The reader's thread only.
 */
final class StaleEntrySearch {

    /** Each page is a round trip: new entries shall not wait for those of a hundred streams. */
    private static final int MOST_PAGES_AT_ONCE = 10;

    private final StreamSet streams;
    private final Predicate<String> mayTake;
    private final PendingEntryTaker taker;
    private final Duration interval;
    private final Clock clock;
    private final Deque<Page> pages = new ArrayDeque<>();
    private Instant next = Instant.MIN;

    /** Where the search goes on in a stream. */
    private record Page(String streamKey, EntryId from) {}

    /** Tells how many entries there is room for now. */
    @FunctionalInterface
    interface Room {
        int now() throws InterruptedException;
    }

    /**
     * Searches the streams that are read.
     *
     * @param mayTake whether entries of a stream may go into work
     */
    StaleEntrySearch(
            StreamSet streams, Predicate<String> mayTake, PendingEntryTaker taker, Duration interval, Clock clock) {
        this.streams = streams;
        this.mayTake = mayTake;
        this.taker = taker;
        this.interval = interval;
        this.clock = clock;
    }

    /** Waits for an interval before it begins. */
    void putOff() {
        next = clock.instant().plus(interval);
    }

    /**
     * Goes on by a page of each stream, of many streams some at a time, if it is time to.
     *
     * @param room tells how many entries there is room for
     */
    void goOn(Room room) throws InterruptedException {
        if (pages.isEmpty() && !clock.instant().isBefore(next)) {
            putOff();
            streams.readable().forEach(key -> pages.add(new Page(key, EntryId.ZERO)));
        }
        int turns = Math.min(pages.size(), MOST_PAGES_AT_ONCE);
        for (int left = room.now(); turns > 0 && left > 0; turns--, left = room.now()) {
            Page page = pages.remove();
            EntryId from = mayTake.test(page.streamKey()) ? take(page, left) : null;
            if (from != null) {
                pages.add(new Page(page.streamKey(), from));
            }
        }
    }

    /** How long it is until the search goes on, but no longer than the time given. */
    Duration until(Duration longest) {
        return pages.isEmpty() ? Waits.until(next, clock, longest) : Duration.ZERO;
    }

    private @Nullable EntryId take(Page page, int limit) throws InterruptedException {
        try {
            return taker.takeStale(page.streamKey(), page.from(), limit);
        } catch (NoSuchGroupException e) {
            return null; // the next read hears of it as well, and makes it anew
        } catch (WrongTypeException | PermissionDeniedException e) {
            streams.setAside(page.streamKey(), e);
            return null;
        }
    }
}
