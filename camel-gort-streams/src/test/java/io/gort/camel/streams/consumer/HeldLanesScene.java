package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;

/** Held lanes whose workers run when a test says so. */
abstract class HeldLanesScene {

    final FakeStreamClient client = new FakeStreamClient();
    final EntryLedger ledger = new EntryLedger();
    final Capacity capacity = new Capacity(3);
    final ConsumerCounters counters = new ConsumerCounters();
    final HandClock clock = new HandClock();
    final HandTimer keeper = new HandTimer();
    final Queue<Runnable> tasks = new ArrayDeque<>();
    final List<Delivery> handled = new ArrayList<>();
    final List<Runnable> whenRouted = new ArrayList<>();
    boolean asynchronous;
    boolean mayBegin = true;
    GroupSettlements settlements;
    HoldingLanesRunner lanes;

    @BeforeEach
    void open() {
        ConsumerSettings settings = Samples.settings(3);
        settlements = new GroupSettlements(
                new OutcomeRules(3),
                ledger,
                capacity,
                new Acknowledger("g", client, ledger, counters, keeper),
                new DeadLetterer(settings, client, counters, clock),
                new FailedEntryKeeper(Samples.MEMBER, settings.minIdle(), client, ledger, clock),
                counters,
                keeper);
        DeliveryHandler handler = (batch, routed) -> {
            handled.add(batch.first());
            whenRouted.add(routed);
            return !asynchronous;
        };
        lanes = new HoldingLanesRunner(
                new BeginGuard(handler, () -> mayBegin, entry -> true, counters),
                new LaneChoice(16, "key"),
                tasks::add,
                capacity,
                () -> mayBegin);
    }

    StreamEntry entry(long number, String key) {
        return new StreamEntry("s", id(number), Map.of("key", key));
    }

    void deliver(long number, String key, long deliveryCount) {
        assertThat(ledger.of("s").begin(id(number), clock.instant())).isTrue();
        capacity.take();
        lanes.run(new DeliveryBatch(List.of(new Delivery(entry(number, key), deliveryCount, settlements))));
        runWorkers();
    }

    void runWorkers() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    Delivery last() {
        runWorkers();
        return handled.get(handled.size() - 1);
    }

    List<String> handled() {
        runWorkers();
        return handled.stream().map(Delivery::toString).toList();
    }
}
