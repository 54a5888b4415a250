package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class InOrderDispatcherTest {

    private final EntryLedger ledger = new EntryLedger();
    private final Capacity capacity = new Capacity(10);
    private final ConsumerCounters counters = new ConsumerCounters();
    private final Gate gate = new Gate();
    private final List<String> settled = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();

    @BeforeEach
    void open() {
        gate.open();
    }

    private InOrderDispatcher dispatcher(DeliveryHandler handler) {
        return new InOrderDispatcher(
                Samples.settings(2),
                ledger,
                capacity,
                new NotedSettlements(settled),
                counters,
                handler,
                new HandClock(),
                gate);
    }

    private record NotedSettlements(List<String> settled) implements Settlements {
        @Override
        public void acknowledge(Delivery delivery) {
            settled.add("acknowledge " + delivery);
        }

        @Override
        public void fail(Delivery delivery, Throwable cause) {
            settled.add("fail " + delivery + " " + cause.getMessage());
        }

        @Override
        public void leavePending(Delivery delivery) {
            settled.add("leavePending " + delivery);
        }

        @Override
        public void giveUp(Delivery delivery) {
            settled.add("giveUp " + delivery);
        }
    }

    private boolean note(Delivery delivery, Runnable whenRouted) {
        handled.add(delivery + " #" + delivery.deliveryCount());
        return true;
    }

    @Test
    void handsEntriesOnOnce() throws InterruptedException {
        InOrderDispatcher dispatcher = dispatcher(this::note);

        assertThat(dispatcher.entry(entry(1), 1)).isTrue();
        assertThat(dispatcher.entry(entry(1), 2)).isTrue();
        assertThat(dispatcher.entry(entry(2), 2)).isTrue();

        assertThat(handled).containsExactly("s/1-0 #1", "s/2-0 #2");
        assertThat(capacity.taken()).isEqualTo(2);
        assertThat(counters.delivered()).isEqualTo(2);
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
        assertThat(counters.delivered()).isZero();
    }

    @Test
    void givesUpWhatArrivesOverTheLimit() throws InterruptedException {
        dispatcher(this::note).entry(entry(1), 3);

        assertThat(handled).isEmpty();
        assertThat(settled).containsExactly("giveUp s/1-0");
    }

    @Test
    void failsAnEntryWhoseHandlerThrows() throws InterruptedException {
        dispatcher((delivery, whenRouted) -> {
                    throw new IllegalStateException("no exchange");
                })
                .entry(entry(1), 1);

        assertThat(settled).containsExactly("fail s/1-0 no exchange");
    }

    @Test
    void failsAnEntryWhoseHandlerEndsInAnError() throws InterruptedException {
        dispatcher((delivery, whenRouted) -> {
                    throw new NoClassDefFoundError("gone");
                })
                .entry(entry(1), 1);

        assertThat(settled).containsExactly("fail s/1-0 gone");
    }

    @Test
    void holdsEntriesThatWaitForTheirTurnUntilThenOrUntilItIsShut() throws InterruptedException {
        List<List<EntryId>> held = new ArrayList<>();
        InOrderDispatcher dispatcher = dispatcher((delivery, whenRouted) -> {
            held.add(ledger.of("s").inWorkSince(Instant.MIN));
            if (delivery.entry().id().equals(id(2))) {
                gate.shut();
            }
            return true;
        });

        dispatcher.entries(List.of(new Claimed(entry(1), 1), new Claimed(entry(2), 1), new Claimed(entry(3), 1)));

        assertThat(held).containsExactly(List.of(id(1), id(2), id(3)), List.of(id(1), id(2), id(3)));
        assertThat(ledger.of("s").inWorkSince(Instant.MIN)).containsExactly(id(1), id(2));
    }

    @Test
    void waitsForAnAsynchronousRoute() {
        CompletableFuture<Runnable> routed = new CompletableFuture<>();
        InOrderDispatcher dispatcher = dispatcher((delivery, whenRouted) -> !routed.complete(whenRouted));
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
