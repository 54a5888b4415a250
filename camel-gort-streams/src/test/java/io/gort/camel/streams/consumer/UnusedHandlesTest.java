package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnusedHandlesTest {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final HandClock clock = new HandClock();
    private final Capacity capacity = new Capacity(10);
    private final EntryLedger ledger = new EntryLedger();
    private final LogLines log = new LogLines(UnusedHandles.class);
    private final List<Runnable> whenRouted = new ArrayList<>();
    private boolean endsAtOnce = true;
    private final UnusedHandles handles = new UnusedHandles(
            (batch, routed) -> {
                whenRouted.add(routed);
                return endsAtOnce;
            },
            LONGEST,
            clock);

    @AfterEach
    void close() {
        log.close();
    }

    private Delivery handled() {
        capacity.take();
        Delivery delivery = new Delivery(entry(1), 1, new TailSettlements(ledger, capacity, new ConsumerCounters()));
        handles.handle(new DeliveryBatch(List.of(delivery)), () -> {});
        return delivery;
    }

    @Test
    void leavesAnEntryPendingWhoseHandleIsNotUsedInTime() {
        Delivery delivery = handled();
        clock.advance(LONGEST);
        handles.letGo();
        assertThat(delivery.isSettled()).isFalse();

        clock.advance(Duration.ofMillis(1));
        handles.letGo();
        handles.letGo();

        assertThat(delivery.isSettled()).isTrue();
        assertThat(capacity.taken()).isZero();
        assertThat(log.lines())
                .containsExactly("WARN Entry 1-0 of stream s was neither acknowledged nor left pending within PT30M: it"
                        + " stays pending, to be run again");
    }

    @Test
    void saysNothingOfHandlesThatAreUsed() {
        handled().acknowledge();
        Delivery later = handled();
        handles.letGo();
        later.acknowledge();
        clock.advance(LONGEST.multipliedBy(2));

        handles.letGo();

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void leavesAnEntryAloneWhoseRouteStillRuns() {
        endsAtOnce = false;
        Delivery delivery = handled();
        clock.advance(LONGEST.multipliedBy(2));
        handles.letGo();
        assertThat(delivery.isSettled()).isFalse();

        whenRouted.get(0).run();
        handles.letGo();

        assertThat(delivery.isSettled()).isTrue();
    }

    @Test
    void looksOftenEnough() {
        assertThat(handles.interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(new UnusedHandles((batch, routed) -> true, Duration.ofSeconds(1), clock).interval())
                .isEqualTo(Duration.ofMillis(100));
    }
}
