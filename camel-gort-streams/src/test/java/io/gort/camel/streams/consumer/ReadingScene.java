package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.MEMBER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A member that reads step by step, as a test says, and notes what it delivers. */
@Timeout(10)
abstract class ReadingScene {

    static final Duration BATCH_TIMEOUT = Duration.ofSeconds(1);

    final FakeStreamClient client = new FakeStreamClient();
    final FakeReader reader = new FakeReader();
    final EntryLedger ledger = new EntryLedger();
    final ConsumerCounters counters = new ConsumerCounters();
    final HandClock clock = new HandClock();
    final Gate gate = new Gate();
    final HandTimer timer = new HandTimer();
    final Acknowledger acknowledger = new Acknowledger("g", client, ledger, counters, timer);
    final List<Delivery> deliveries = new ArrayList<>();
    int batchSize = 1;
    boolean acknowledging;

    @BeforeEach
    void open() {
        gate.open();
        client.readers = () -> reader;
    }

    final GroupReading reading(int maxInFlight, String... streams) {
        ConsumerSettings settings = Samples.settings(MEMBER, 0, maxInFlight, streams);
        Capacity capacity = new Capacity(maxInFlight);
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

    final List<String> delivered() {
        return deliveries.stream().map(Delivery::toString).toList();
    }
}
