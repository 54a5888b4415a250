package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.InvalidEntryException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupSettlementsTest {

    private final FakeStreamClient client = new FakeStreamClient();
    private final EntryLedger ledger = new EntryLedger();
    private final Capacity capacity = new Capacity(10);
    private final ConsumerCounters counters = new ConsumerCounters();
    private final HandTimer keeper = new HandTimer();
    private final GroupSettlements settlements = new GroupSettlements(
            new OutcomeRules(2),
            ledger,
            capacity,
            new Acknowledger("g", client, ledger, counters, keeper),
            new DeadLetterer(Samples.settings(2), client, counters, new HandClock()),
            new FailedEntryKeeper(Samples.MEMBER, Duration.ofMinutes(1), client, ledger, new HandClock()),
            counters,
            keeper);

    @BeforeEach
    void beginWork() {
        ledger.of("s").begin(id(1), Instant.MIN);
        capacity.take();
    }

    private Delivery delivery(long count) {
        return new Delivery(entry(1), count, settlements);
    }

    @Test
    void acknowledgesWhatIsDone() {
        delivery(1).acknowledge();
        assertThat(capacity.taken()).isZero();

        keeper.runPlanned();

        assertThat(client.calls).containsExactly("acknowledge s [1-0]");
    }

    @Test
    void leavesAFailedEntryPending() {
        delivery(1).fail(new RuntimeException());

        assertThat(ledger.of("s").hasFailed(id(1))).isTrue();
        assertThat(capacity.taken()).isZero();
        assertThat(counters.failed()).isOne();
        assertThat(client.letters).isEmpty();
    }

    @Test
    void leavesPendingWhatIsToBeLeft() {
        delivery(2).leavePending();

        assertThat(ledger.of("s").hasFailed(id(1))).isTrue();
        assertThat(counters.failed()).isZero();
        assertThat(capacity.taken()).isZero();
    }

    @Test
    void deadLettersTheLastFailureOnTheKeepersThread() {
        delivery(2).fail(new RuntimeException());
        assertThat(client.letters).isEmpty();
        assertThat(capacity.taken()).isOne();
        assertThat(ledger.of("s").isBusy(id(1))).isTrue();

        keeper.runPlanned();

        assertThat(client.letters).hasSize(1);
        assertThat(capacity.taken()).isZero();
        assertThat(ledger.of("s").isBusy(id(1))).isFalse();
        assertThat(ledger.of("s").hasFailed(id(1))).isFalse();
    }

    @Test
    void deadLettersAnInvalidEntryAtOnce() {
        delivery(1).fail(new InvalidEntryException("entry", List.of("x")));
        keeper.runPlanned();

        assertThat(client.letters).hasSize(1);
    }

    @Test
    void leavesPendingWhatFailedWithOthers() {
        delivery(1).failWithOthers();
        keeper.runPlanned();

        assertThat(ledger.of("s").hasFailed(id(1))).isTrue();
        assertThat(counters.failed()).isOne();
        assertThat(client.letters).isEmpty();
    }

    @Test
    void leavesPendingWhatCouldNotBeMoved() {
        client.failures.put("s", Samples.lost());

        delivery(3).giveUp();
        keeper.runPlanned();

        assertThat(ledger.of("s").hasFailed(id(1))).isTrue();
        assertThat(capacity.taken()).isZero();
    }

    @Test
    void leavesPendingWhatCannotBeMovedAnyMore() {
        keeper.refuse();

        delivery(2).fail(new RuntimeException());

        assertThat(ledger.of("s").hasFailed(id(1))).isTrue();
        assertThat(capacity.taken()).isZero();
    }

    @Test
    void countsOnlyTheFirstWord() {
        Delivery delivery = delivery(1);
        delivery.acknowledge();

        delivery.fail(new RuntimeException());
        delivery.leavePending();
        delivery.acknowledge();

        assertThat(counters.failed()).isZero();
        assertThat(capacity.taken()).isZero();
    }
}
