package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.AckMode;
import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.entry.OnLaneFailure;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads streams and hands their entries to a {@link DeliveryHandler}: as a member of a group, which acknowledges,
 * retries and takes over; or without one. Puts its roles together and minds their life; it works on two threads that
 * are lent to it, one that reads and one that keeps things alive.
 */
public final class StreamConsumer {

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private final ConsumerSettings settings;
    private final StreamClient client;
    private final ConsumerThreads threads;
    private final ConsumerCounters counters = new ConsumerCounters();
    private final EntryLedger ledger = new EntryLedger();
    private final Gate gate = new Gate();
    private final Capacity capacity;
    private final StreamSet streams;
    private final Outage outage;
    private final BeginGuard guard;
    private final @Nullable Acknowledger acknowledger;
    private final Reading reading;
    private final CountDownLatch readerEnded = new CountDownLatch(1);
    private @Nullable Future<?> running;

    /** Is told of the first failure of each outage of the reader, and of each stream that is set aside. */
    @FunctionalInterface
    public interface TroubleListener {
        void readerFailed(String message, Throwable cause);
    }

    /**
     * Puts a consumer together.
     *
     * @param name    what its log lines begin with
     * @param threads for as long as the consumer lives
     */
    public StreamConsumer(
            String name,
            ConsumerSettings settings,
            StreamClient client,
            DeliveryHandler handler,
            TroubleListener listener,
            ConsumerThreads threads,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.threads = threads;
        this.capacity = new Capacity(settings.maxInFlight());
        this.streams = new StreamSet(settings.streams(), client, clock, listener);
        this.outage = new Outage(name, LOG, clock, listener::readerFailed);
        this.guard = new BeginGuard(mindingHandles(handler, clock), mayBegin(), isOurs(clock), counters);
        if (settings.member() == null) {
            this.acknowledger = null;
            Dispatcher dispatcher = dispatcher(new TailSettlements(ledger, capacity, counters), runner(), clock);
            this.reading = new TailReading(settings, client, streams, dispatcher, gate, clock);
        } else {
            this.acknowledger =
                    new Acknowledger(settings.groupMember().group(), client, ledger, counters, threads.keeper());
            this.reading = groupReading(acknowledger, clock);
        }
    }

    private Reading groupReading(Acknowledger due, Clock clock) {
        DeliveryRunner runner = runner();
        Dispatcher dispatcher = dispatcher(settlements(due, clock), runner, clock);
        PendingEntryTaker taker =
                new PendingEntryTaker(settings.groupMember(), settings.minIdle(), client, ledger, counters, dispatcher);
        if (settings.keepAlive() && settings.leavesPending()) {
            EntryKeepAlive keepAlive = new EntryKeepAlive(
                    settings.groupMember(), settings.minIdle(), settings.maxProcessingTime(), client, ledger, clock);
            every(settings.minIdle().dividedBy(3), keepAlive::renew);
        }
        if (settings.staleMemberAge().compareTo(Duration.ZERO) > 0) {
            StaleMemberJanitor janitor = new StaleMemberJanitor(
                    settings.groupMember(), settings.staleMemberAge(), client, streams::known, counters);
            every(janitor.interval(), janitor::clean);
        }
        return new GroupReading(
                settings,
                client,
                streams,
                new GroupKeeper(settings, client, ledger),
                taker,
                due,
                new HolderReview(
                        runner instanceof Holds holds ? holds : Holds.NONE, settings, client, taker, ledger, clock),
                dispatcher,
                watchedConnection(clock),
                gate,
                clock);
    }

    private DeliveryHandler mindingHandles(DeliveryHandler handler, Clock clock) {
        if (settings.ackMode() != AckMode.MANUAL) {
            return handler;
        }
        UnusedHandles handles = new UnusedHandles(handler, settings.maxProcessingTime(), clock);
        every(handles.interval(), handles::letGo);
        return handles;
    }

    private ReaderConnection watchedConnection(Clock clock) {
        TrimWatch watch =
                new TrimWatch(settings.groupMember().group(), settings.claimInterval(), counters, streams::all, clock);
        return new ReaderConnection(() -> watch.over(client.openReader(ReaderConnection.GRACE)), gate);
    }

    private Settlements settlements(Acknowledger due, Clock clock) {
        if (!settings.leavesPending()) {
            return new TailSettlements(ledger, capacity, counters);
        }
        FailedEntryKeeper failedEntries =
                new FailedEntryKeeper(settings.groupMember(), settings.minIdle(), client, ledger, clock);
        every(settings.claimInterval(), failedEntries::review);
        return new GroupSettlements(
                new OutcomeRules(settings.maxDeliveries()),
                ledger,
                capacity,
                due,
                new DeadLetterer(settings, client, counters, clock),
                failedEntries,
                counters,
                threads.keeper());
    }

    private void every(Duration time, Runnable task) {
        long millis = Math.max(1, time.toMillis());
        Future<?> unused = threads.keeper().scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** What was read before the consumer was suspended still begins where it would be lost otherwise. */
    private BooleanSupplier mayBegin() {
        return settings.leavesPending() ? gate::isOpen : () -> true;
    }

    private Predicate<StreamEntry> isOurs(Clock clock) {
        if (!settings.leavesPending()) {
            return entry -> true;
        }
        return new OwnershipCheck(settings.groupMember(), settings.minIdle(), client, ledger, clock)::isOurs;
    }

    private DeliveryRunner runner() {
        LaneChoice lanes = new LaneChoice(settings.lanes(), settings.laneField());
        if (settings.onLaneFailure() == OnLaneFailure.HOLD) {
            return new HoldingLanesRunner(guard, lanes, threads.workers(), capacity, mayBegin());
        }
        return switch (settings.lanes()) {
            case 0 -> new UnorderedRunner(guard, threads.workers());
            case 1 -> new InOrderRunner(guard);
            default -> new LanesRunner(guard, lanes, threads.workers());
        };
    }

    private Dispatcher dispatcher(Settlements settlements, DeliveryRunner runner, Clock clock) {
        Duration batchTimeout = settings.batchTimeout();
        Batches batches = new Batches(
                new BatchRules(settings.entriesPerBatch(), settings.maxDeliveries()),
                batchTimeout == null ? Duration.ZERO : batchTimeout,
                capacity,
                runner,
                clock);
        return new Dispatcher(settings, ledger, capacity, settlements, counters, batches, clock, gate);
    }

    /**
     * Prepares groups and positions, and starts the reader, which waits to be {@linkplain #open() opened}.
     *
     * @param whenDown whether a server that cannot be reached is waited for
     * @throws RedisStreamException if it is not waited for and cannot be reached or refuses
     */
    public void start(boolean whenDown) {
        try {
            client.ping();
            reading.prepare();
        } catch (RedisStreamException e) {
            if (!whenDown) {
                throw e;
            }
            outage.failed(e);
        }
        ReaderLoop loop = new ReaderLoop(reading, gate, outage, BackOff.byChance(FIRST_BACK_OFF, LONGEST_BACK_OFF));
        running = threads.reader().submit(() -> {
            try {
                loop.run();
            } finally {
                readerEnded.countDown();
            }
        });
    }

    /** Lets entries go into work, at first and after {@link #suspend()}. */
    public void open() {
        gate.open();
    }

    /** No new entries from here on; a read that waits ends at once, an entry in work goes on. */
    public void suspend() {
        gate.shut();
        reading.breakOff();
    }

    /**
     * Ends the consumer: no new entries; entries in work may end within the time given, and what they did well is
     * acknowledged. The rest stays pending for the next member. The reader is waited for first: it may be about to hand
     * on an entry, or hold acknowledgements that it could not send. With {@link AckMode#MANUAL} only routes are waited
     * for, not the handles that they may have given away.
     *
     * @return true if all that was in work has ended
     */
    public boolean stop(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        gate.close();
        reading.breakOff();
        Future<?> reader = running;
        boolean ended = reader == null || readerEnded.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (!ended && reader != null) {
            reader.cancel(true);
        }
        if (settings.ackMode() != AckMode.MANUAL) {
            ended &= capacity.awaitNone(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        if (acknowledger != null) {
            acknowledger.flush();
        }
        return ended;
    }

    /** Takes back what a failed start leaves behind. */
    public void abandon() {
        gate.close();
        reading.breakOff();
    }

    public ConsumerCounters counters() {
        return counters;
    }

    /** The number of entries on their way now. */
    public int inFlight() {
        return capacity.taken();
    }

    /**
     * How many must still end, once the consumer is suspended, before it hands on nothing any more: batches that are
     * about to begin; where nothing stays pending, all entries that were read.
     */
    public int unfinished() {
        return settings.leavesPending() ? guard.beginning() : capacity.taken();
    }

    /** The trouble that keeps the consumer from reading; null if there is none. */
    public @Nullable Throwable trouble() {
        return outage.cause();
    }

    /** Streams that are set aside or refuse acknowledgements, with what is wrong with each. */
    public Map<String, String> streamTroubles() {
        Map<String, String> troubles = new TreeMap<>(acknowledger == null ? Map.of() : acknowledger.troubles());
        troubles.putAll(streams.troubles());
        return troubles;
    }
}
