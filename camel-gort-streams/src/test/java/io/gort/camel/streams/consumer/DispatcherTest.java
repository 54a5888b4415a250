package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DispatcherTest {

    private final EntryLedger ledger = new EntryLedger();
    private final Capacity capacity = new Capacity(10);
    private final ConsumerCounters counters = new ConsumerCounters();
    private final HandClock clock = new HandClock();
    private final Gate gate = new Gate();
    private final List<String> settled = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();

    @BeforeEach
    void open() {
        gate.open();
    }

    private Dispatcher dispatcher(DeliveryHandler handler) {
        return new Dispatcher(
                Samples.settings(2),
                ledger,
                capacity,
                new NotedSettlements(settled),
                counters,
                new Batches(new BatchRules(1, 2), Duration.ZERO, capacity, new InOrderRunner(handler), clock),
                clock,
                gate);
    }

    private boolean note(DeliveryBatch batch, Runnable whenRouted) {
        Delivery delivery = batch.first();
        handled.add(delivery + " #" + delivery.deliveryCount());
        return true;
    }

    @Test
    void handsEntriesOnOnce() throws InterruptedException {
        Dispatcher dispatcher = dispatcher(this::note);

        assertThat(dispatcher.entry(entry(1), 1)).isTrue();
        assertThat(dispatcher.entry(entry(1), 2)).isTrue();
        assertThat(dispatcher.entry(entry(2), 2)).isTrue();

        assertThat(handled).containsExactly("s/1-0 #1", "s/2-0 #2");
        assertThat(capacity.taken()).isEqualTo(2);
    }

    @Test
    void holdsWhatWaitsForItsTurnAsInWork() throws InterruptedException {
        List<Boolean> secondIsBusy = new ArrayList<>();
        Dispatcher dispatcher = dispatcher(
                (batch, whenRouted) -> secondIsBusy.add(ledger.of("s").isBusy(id(2))));

        dispatcher.all(List.of(new Claimed(entry(1), 1), new Claimed(entry(2), 1)));

        assertThat(secondIsBusy).containsExactly(true, true);
    }

    @Test
    void abandonsWhatWaitsWhenTheGateIsShut() throws InterruptedException {
        Dispatcher dispatcher = dispatcher((batch, whenRouted) -> {
            gate.shut();
            return note(batch, whenRouted);
        });

        boolean all = dispatcher.all(List.of(new Claimed(entry(1), 1), new Claimed(entry(2), 1)));

        assertThat(all).isFalse();
        assertThat(handled).containsExactly("s/1-0 #1");
        assertThat(settled).containsExactly("abandon s/2-0");
    }

    @Test
    void leavesEntriesAloneUnlessTheGateIsOpen() throws InterruptedException {
        gate.shut();

        assertThat(dispatcher(this::note).entry(entry(1), 1)).isFalse();

        assertThat(handled).isEmpty();
        assertThat(ledger.of("s").isBusy(id(1))).isFalse();
        assertThat(capacity.taken()).isZero();
    }

    @Test
    void acknowledgesMarkersUnhandled() throws InterruptedException {
        dispatcher(this::note).entry(new StreamEntry("s", id(1), Map.of("init", "true")), 1);

        assertThat(handled).isEmpty();
        assertThat(settled).containsExactly("acknowledge s/1-0");
        assertThat(counters.markers()).isOne();
    }

    @Test
    void givesUpWhatArrivesOverTheLimit() throws InterruptedException {
        dispatcher(this::note).entry(entry(1), 3);

        assertThat(handled).isEmpty();
        assertThat(settled).containsExactly("giveUp s/1-0");
    }

    @Test
    void failsAnEntryWhoseHandlerThrows() throws InterruptedException {
        dispatcher((batch, whenRouted) -> {
                    throw new IllegalStateException("no exchange");
                })
                .entry(entry(1), 1);

        assertThat(settled).containsExactly("fail s/1-0 no exchange");
    }

    @Test
    void failsAnEntryWhoseHandlerEndsInAnError() throws InterruptedException {
        dispatcher((batch, whenRouted) -> {
                    throw new NoClassDefFoundError("gone");
                })
                .entry(entry(1), 1);

        assertThat(settled).containsExactly("fail s/1-0 gone");
    }

    @Test
    void waitsForAnAsynchronousRoute() {
        CompletableFuture<Runnable> routed = new CompletableFuture<>();
        Dispatcher dispatcher = dispatcher((batch, whenRouted) -> !routed.complete(whenRouted));
        CompletableFuture<Boolean> dispatched = CompletableFuture.supplyAsync(() -> {
            try {
                return dispatcher.entry(entry(1), 1);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        Runnable whenRouted = routed.join();
        assertThat(dispatched).isNotDone();

        whenRouted.run();

        assertThat(dispatched.join()).isTrue();
    }
}
