package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.MEMBER;
import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class GroupReadingTest {

    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(1);

    private final FakeStreamClient client = new FakeStreamClient();
    private final FakeReader reader = new FakeReader();
    private final EntryLedger ledger = new EntryLedger();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final HandClock clock = new HandClock();
    private final Gate gate = new Gate();
    private final List<Delivery> deliveries = new ArrayList<>();
    private int batchSize = 1;
    private boolean acknowledging;

    @BeforeEach
    void open() {
        gate.open();
        client.readers = () -> reader;
    }

    private GroupReading reading(int maxInFlight, String... streams) {
        ConsumerSettings settings = Samples.settings(MEMBER, 0, maxInFlight, streams);
        Capacity capacity = new Capacity(maxInFlight);
        HandTimer timer = new HandTimer();
        Acknowledger acknowledger = new Acknowledger("g", client, ledger, counters, timer);
        GroupSettlements settlements = new GroupSettlements(
                new OutcomeRules(0),
                ledger,
                capacity,
                acknowledger,
                new DeadLetterer(settings, client, counters, clock),
                new FailedEntryKeeper(MEMBER, Duration.ofMinutes(1), client, ledger, clock),
                counters,
                timer);
        DeliveryHandler handler = (batch, whenRouted) -> {
            if (acknowledging) {
                batch.acknowledge();
            }
            return deliveries.addAll(batch.deliveries());
        };
        Dispatcher dispatcher = new Dispatcher(
                settings,
                ledger,
                capacity,
                settlements,
                counters,
                new Batches(new BatchRules(batchSize, 0), BATCH_TIMEOUT, capacity, new InOrderRunner(handler), clock),
                clock,
                gate);
        PendingEntryTaker taker =
                new PendingEntryTaker(MEMBER, settings.minIdle(), client, ledger, counters, dispatcher);
        return new GroupReading(
                settings,
                client,
                new StreamSet(settings.streams(), client, clock, (message, cause) -> {}),
                new GroupKeeper(settings, client, ledger),
                taker,
                acknowledger,
                new HolderReview(Holds.NONE, settings, client, taker, ledger, clock),
                dispatcher,
                new ReaderConnection(client, gate),
                gate,
                clock);
    }

    private List<String> delivered() {
        return deliveries.stream().map(Delivery::toString).toList();
    }

    @Test
    void handsOnItsOwnPendingEntriesBeforeNewOnes() throws InterruptedException {
        client.pending.put(Samples.id(1), pending(1, "me", Duration.ZERO, 1));
        reader.answers.add(() -> List.of(entry(5)));
        GroupReading reading = reading(10, "s");
        reading.prepare();

        reading.step();

        assertThat(delivered()).containsExactly("s/1-0", "s/5-0");
    }

    @Test
    void beginsStreamsAtTheStartAndThoseThatAppearAtTheirBirth() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*");
        reading.prepare();
        client.keys.add("m:b");
        clock.advance(Duration.ofSeconds(10));

        reading.step();

        assertThat(client.calls).containsExactly("createGroup m:a $", "createGroup m:b 0");
    }

    @Test
    void beginsAStreamAtItsBirthAlsoWhenItsGroupCannotBeCreatedAtOnce() throws InterruptedException {
        GroupReading reading = reading(10, "m:*");
        reading.prepare();
        client.keys.addAll(Set.of("m:a", "m:b"));
        client.infos.put("m:a", Samples.streamUpTo(9));
        client.infos.put("m:b", Samples.streamUpTo(9));
        client.failures.put("m:b", Samples.lost());
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(reading::step).isInstanceOf(ConnectionLostException.class);

        client.failures.clear();
        reading.reset();
        reading.step();

        assertThat(client.calls).containsExactly("createGroup m:a 0", "createGroup m:b 0");
    }

    @Test
    void readsNothingWhereClaimedEntriesHaveTakenAllRoom() throws InterruptedException {
        GroupReading reading = reading(2, "s");
        reading.prepare();
        for (int i = 1; i <= 2; i++) {
            client.pending.put(Samples.id(i), pending(i, "other", Duration.ofMinutes(1), 1));
        }
        clock.advance(Duration.ofSeconds(15));

        reading.step();

        assertThat(delivered()).containsExactly("s/1-0", "s/2-0");
        assertThat(reader.reads).isEmpty();
    }

    @Test
    void gathersWhatItReadsAndClaimsIntoBatches() throws InterruptedException {
        batchSize = 3;
        client.pending.put(Samples.id(1), pending(1, "me", Duration.ZERO, 1));
        reader.answers.add(() -> List.of(entry(5)));
        GroupReading reading = reading(10, "s");
        reading.prepare();
        reading.step();
        assertThat(delivered()).isEmpty();

        reader.answers.add(() -> List.of(entry(6), entry(7)));
        reading.step();

        assertThat(delivered()).containsExactly("s/1-0", "s/5-0", "s/6-0");
    }

    @Test
    void handsOnABatchThatIsNotFullInTime() throws InterruptedException {
        batchSize = 3;
        reader.answers.add(() -> List.of(entry(5)));
        GroupReading reading = reading(10, "s");
        reading.step();
        assertThat(delivered()).isEmpty();

        clock.advance(BATCH_TIMEOUT);
        client.failures.put("s", Samples.lost());
        reading.reset();
        assertThatThrownBy(reading::step).isInstanceOf(ConnectionLostException.class);

        assertThat(delivered()).as("also while the server is away").containsExactly("s/5-0");
    }

    @Test
    void handsOnABatchThatLessThanItsSizeCanBeGatheredFor() throws InterruptedException {
        batchSize = 10;
        acknowledging = true;
        reader.answers.add(() -> List.of(entry(5), entry(6)));
        GroupReading reading = reading(2, "s");

        reading.step();
        reading.step();

        assertThat(delivered()).containsExactly("s/5-0", "s/6-0");
    }

    @Test
    void recreatesALostGroupAndGoesOn() throws InterruptedException {
        GroupReading reading = reading(10, "s");
        reading.prepare();
        client.infos.put("s", Samples.streamUpTo(9));
        reader.answers.add(() -> List.of(entry(5)));
        reading.step();
        reader.answers.add(() -> {
            client.groups.clear();
            throw new NoSuchGroupException("NOGROUP", null);
        });
        reader.answers.add(() -> List.of(entry(5), entry(6)));

        reading.step();
        reading.step();

        assertThat(client.calls).containsExactly("createGroup s $", "createGroup s 4-18446744073709551615");
        assertThat(delivered()).containsExactly("s/5-0", "s/6-0");
    }

    @Test
    void letsAStreamGoThatWasFoundAndDeleted() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*", "s");
        reading.prepare();
        client.infos.put("s", Samples.streamUpTo(9));
        client.infos.put("m:a", Samples.streamUpTo(9));
        reader.answers.add(() -> {
            client.infos.remove("m:a");
            throw new NoSuchGroupException("NOGROUP", null);
        });

        reading.step();
        reading.step();

        assertThat(reader.reads).containsExactly(List.of("s", "m:a"), List.of("s"));
    }

    @Test
    void doesNotBringBackAFoundStreamThatWasDeletedWhileTheConnectionWasLost() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*", "s");
        reading.prepare();
        client.calls.clear();

        reading.step();

        assertThat(client.calls).doesNotContain("createGroup m:a $");
        assertThat(reader.reads).containsExactly(List.of("s"));
    }

    @Test
    void readsAGroupThatIsThereThoughTheServersMemoryIsFull() throws InterruptedException {
        GroupReading reading = reading(10, "s");
        reading.prepare();
        client.groupFailure = new ServerOutOfMemoryException("OOM", null);
        reader.answers.add(() -> List.of(entry(5)));

        reading.step();

        assertThat(delivered()).containsExactly("s/5-0");
    }

    @Test
    void setsAsideTheOneBadStreamAndReadsTheOthers() throws InterruptedException {
        GroupReading reading = reading(10, "a", "s");
        reading.prepare();
        reader.answers.add(() -> {
            throw Samples.wrongType();
        });
        reader.answers.add(() -> {
            throw Samples.wrongType();
        });
        reader.answers.add(() -> List.of(entry(5)));

        reading.step();
        reading.step();

        assertThat(delivered()).containsExactly("s/5-0");
        assertThat(reader.reads).last().isEqualTo(List.of("s"));
    }

    @Test
    void setsAStreamAsideWhosePendingEntriesItMayNotSee() throws InterruptedException {
        GroupReading reading = reading(10, "a", "b");
        reading.prepare();
        reading.step();
        client.failures.put("a", Samples.wrongType());
        clock.advance(Duration.ofSeconds(15));

        reading.step();

        assertThat(reader.reads).last().isEqualTo(List.of("b"));
    }

    @Test
    void forgetsStreamsThatAreGone() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*");
        reading.prepare();
        ledger.of("m:a").acknowledged(List.of(Samples.id(8)));
        client.keys.clear();
        clock.advance(Duration.ofSeconds(10));
        reading.step();
        client.groups.clear();
        client.keys.add("m:a");
        clock.advance(Duration.ofSeconds(10));

        reading.step();

        assertThat(client.calls).last().isEqualTo("createGroup m:a 0");
        assertThat(ledger.of("m:a").highestAcknowledged()).isNull();
    }
}
