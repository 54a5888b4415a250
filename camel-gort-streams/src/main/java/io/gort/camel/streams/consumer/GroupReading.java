package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads as a member of a group. Each step goes on with what matters most: streams that appeared, the member's own
 * pending entries, then stale ones a page at a time, then new ones.
 */
final class GroupReading implements Reading {

    private static final Duration RETRY_STREAMS_AFTER = Duration.ofSeconds(1);
    private static final String FROM_THE_BEGINNING = "0";

    private final ConsumerSettings settings;
    private final StreamClient client;
    private final StreamSet streams;
    private final GroupKeeper groups;
    private final PendingEntryTaker taker;
    private final Acknowledger acknowledger;
    private final HolderReview holders;
    private final Dispatcher dispatcher;
    private final Gate gate;
    private final ReaderConnection connection;
    private final ReadPlan plan;
    private final Discovery discovery;
    private final StreamByStream streamByStream;
    private final StaleEntrySearch staleEntries;
    private final Set<String> appearedLater = new HashSet<>();
    private boolean prepared;

    GroupReading(
            ConsumerSettings settings,
            StreamClient client,
            StreamSet streams,
            GroupKeeper groups,
            PendingEntryTaker taker,
            Acknowledger acknowledger,
            HolderReview holders,
            Dispatcher dispatcher,
            ReaderConnection connection,
            Gate gate,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.streams = streams;
        this.groups = groups;
        this.taker = taker;
        this.acknowledger = acknowledger;
        this.holders = holders;
        this.dispatcher = dispatcher;
        this.gate = gate;
        this.connection = connection;
        this.plan = new ReadPlan(settings.batchSize(), settings.blockTimeout());
        this.discovery = new Discovery(streams, settings.discoveryInterval(), clock, groups::forgetAllBut);
        this.streamByStream = new StreamByStream(streams);
        this.staleEntries = new StaleEntrySearch(streams, this::mayTake, taker, settings.claimInterval(), clock);
    }

    @Override
    public void prepare() {
        discovery.now();
        staleEntries.putOff();
        for (String streamKey : streams.all()) {
            streamByStream.settingAside(streamKey, () -> groups.ensure(streamKey, settings.groupStart()));
        }
        prepared = true;
    }

    @Override
    public void step() throws InterruptedException {
        dispatcher.handOnWhatIsDue();
        if (!prepared) {
            prepare();
        }
        discover();
        retryStreamsSetAside();
        boolean leftAlone = taker.takeLeftAlone(); // a suspension may have been over before the reader noticed it
        if (leftAlone || !connection.isOpen()) {
            takeUp();
            connection.reader();
        }
        int room = awaitRoom();
        if (room > 0 && gate.isOpen()) {
            if (settings.leavesPending()) {
                staleEntries.goOn(() -> dispatcher.awaitRoom(Duration.ZERO));
            }
            int left = dispatcher.awaitRoom(Duration.ZERO);
            if (left > 0) {
                readNew(left);
            }
        }
    }

    @Override
    public void windUp() throws InterruptedException {
        dispatcher.windUp();
    }

    @Override
    public void reset() {
        connection.close();
    }

    @Override
    public void breakOff() {
        connection.close();
    }

    private void discover() {
        Set<String> appeared = discovery.ifDue();
        if (appeared.isEmpty()) {
            return;
        }
        appearedLater.retainAll(streams.all());
        appearedLater.addAll(appeared);
        for (String streamKey : appeared) {
            streamByStream.settingAside(streamKey, () -> groups.ensure(streamKey, startOf(streamKey)));
        }
    }

    /** Nothing may be skipped that was written between the birth of a stream and its discovery. */
    private String startOf(String streamKey) {
        return appearedLater.contains(streamKey) ? FROM_THE_BEGINNING : settings.groupStart();
    }

    /** Takes what was delivered to this member before, as after a restart, a suspension or an answer that was lost. */
    private void takeUp() throws InterruptedException {
        for (String streamKey : streams.readable()) {
            try {
                if (isThere(streamKey) && settings.leavesPending()) {
                    takeOwnPending(streamKey);
                }
            } catch (WrongTypeException | PermissionDeniedException e) {
                streams.setAside(streamKey, e);
            }
        }
    }

    /** A server whose memory is full creates no group, but one that is there can be read all the same. */
    private boolean isThere(String streamKey) {
        try {
            return ensureOrLeave(streamKey, startOf(streamKey));
        } catch (ServerOutOfMemoryException e) {
            return true;
        }
    }

    private int awaitRoom() throws InterruptedException {
        holders.reviewIfDue();
        return dispatcher.awaitRoom(holders.until(settings.blockTimeout()));
    }

    private void takeOwnPending(String streamKey) throws InterruptedException {
        @Nullable EntryId from = EntryId.ZERO;
        while (from != null && gate.isOpen() && mayTake(streamKey)) {
            int room = awaitRoom();
            if (room > 0) {
                from = taker.takeOwn(streamKey, from, room);
            }
        }
    }

    private void readNew(int room) throws InterruptedException {
        List<String> readable = streams.readable();
        readable.removeIf(streamKey -> !mayTake(streamKey));
        if (readable.isEmpty()) {
            gate.pause(dispatcher.until(RETRY_STREAMS_AFTER));
            return;
        }
        ReadPlan.Read read = plan.next(readable, room, untilSomethingIsDue());
        Acknowledgements due = acknowledger.takeDue();
        List<StreamEntry> entries;
        try {
            entries = read(due, read);
        } catch (NoSuchGroupException e) {
            recreateGroups(readable);
            return;
        } catch (WrongTypeException | PermissionDeniedException e) {
            streamByStream.findTheBadOne(readable, e, this::readOne);
            return;
        } finally {
            acknowledger.giveBack(due);
        }
        read.streamKeys().forEach(streams::works);
        dispatcher.all(newlyDelivered(entries));
    }

    /**
     * What is done and cannot be acknowledged is remembered, so that it is not run again: it must not become too much.
     */
    private boolean mayTake(String streamKey) {
        return !acknowledger.isStuck(streamKey, settings.maxInFlight());
    }

    private Duration untilSomethingIsDue() {
        return holders.until(dispatcher.until(discovery.until(staleEntries.until(settings.blockTimeout()))));
    }

    private List<StreamEntry> read(Acknowledgements due, ReadPlan.Read read) {
        StreamReader reader = connection.reader();
        return settings.leavesPending()
                ? reader.readNew(due, settings.groupMember(), read.streamKeys(), read.count(), read.block())
                : reader.readUnacknowledged(settings.groupMember(), read.streamKeys(), read.count(), read.block());
    }

    private static List<Claimed> newlyDelivered(List<StreamEntry> entries) {
        return entries.stream().map(entry -> new Claimed(entry, 1)).toList();
    }

    private void recreateGroups(List<String> streamKeys) {
        for (String streamKey : streamKeys) {
            streamByStream.settingAside(streamKey, () -> ensureOrLeave(streamKey, FROM_THE_BEGINNING));
        }
    }

    /** A stream that is read because of a pattern leaves when it is gone; it would come back empty otherwise. */
    private boolean ensureOrLeave(String streamKey, String start) {
        if (streams.isFound(streamKey) && client.streamInfo(streamKey).isEmpty()) {
            streams.leave(streamKey);
            groups.forget(streamKey);
            return false;
        }
        groups.ensure(streamKey, start);
        return true;
    }

    private void readOne(String streamKey) throws InterruptedException {
        Acknowledgements none = Acknowledgements.none(settings.groupMember().group());
        List<StreamEntry> entries = read(none, new ReadPlan.Read(List.of(streamKey), 1, Duration.ZERO));
        dispatcher.all(newlyDelivered(entries));
    }

    private void retryStreamsSetAside() {
        for (String streamKey : streams.dueForRetry()) {
            if (streamByStream.settingAside(streamKey, () -> groups.ensure(streamKey, startOf(streamKey)))) {
                streams.tryAgain(streamKey);
            }
        }
    }
}
