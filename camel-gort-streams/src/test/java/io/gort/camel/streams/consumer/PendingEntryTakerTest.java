package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static io.gort.camel.streams.consumer.Samples.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.PendingEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingEntryTakerTest {

    private static final Duration MIN_IDLE = Duration.ofMinutes(1);

    private final FakeStreamClient client = new FakeStreamClient();
    private final EntryLedger ledger = new EntryLedger();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final LogLines log = new LogLines(PendingEntryTaker.class);
    private final List<String> dispatched = new ArrayList<>();
    private boolean open = true;
    private final PendingEntryTaker taker =
            new PendingEntryTaker(Samples.MEMBER, MIN_IDLE, client, ledger, counters, claimed -> {
                if (open) {
                    claimed.forEach(one -> dispatched.add(one.entry().id() + " #" + one.deliveryCount()));
                }
                return open;
            });

    @AfterEach
    void close() {
        log.close();
    }

    private void isPending(PendingEntry entry) {
        client.pending.put(entry.id(), entry);
    }

    @Test
    void takesOnlyItsOwnAndKeepsTheirDeliveryCount() throws InterruptedException {
        isPending(pending(1, "me", Duration.ZERO, 4));
        isPending(pending(2, "other", MIN_IDLE, 1));

        EntryId next = taker.takeOwn("s", EntryId.ZERO, 100);

        assertThat(dispatched).containsExactly("1-0 #4");
        assertThat(next).isNull();
        assertThat(counters.claimed()).isZero();
    }

    @Test
    void passesOverOwnEntriesInWorkDoneOrFailed() throws InterruptedException {
        for (int i = 1; i <= 4; i++) {
            isPending(pending(i, "me", Duration.ZERO, 1));
            ledger.of("s").begin(id(i), Instant.MIN);
        }
        ledger.of("s").done(id(2));
        ledger.of("s").failed(id(3));
        ledger.of("s").forget(id(4));

        taker.takeOwn("s", EntryId.ZERO, 100);

        assertThat(client.calls).containsExactly("retake s [4-0]");
    }

    @Test
    void takesWhatAnyMemberHasLetLieAndCountsTheDelivery() throws InterruptedException {
        isPending(pending(1, "other", MIN_IDLE, 1));
        isPending(pending(2, "other", MIN_IDLE.minusMillis(1), 1));
        isPending(pending(3, "me", MIN_IDLE, 2));
        ledger.of("s").failed(id(3));

        taker.takeStale("s", EntryId.ZERO, 100);

        assertThat(dispatched).containsExactly("1-0 #2", "3-0 #3");
        assertThat(counters.claimed()).isEqualTo(2);
    }

    @Test
    void doesNotClaimWhatIsInWorkHere() throws InterruptedException {
        isPending(pending(1, "me", MIN_IDLE, 1));
        ledger.of("s").begin(id(1), Instant.MIN);

        taker.takeStale("s", EntryId.ZERO, 100);

        assertThat(client.calls).isEmpty();
    }

    @Test
    void goesOnBehindAFullPageUntilTheEnd() throws InterruptedException {
        for (int i = 1; i <= 5; i++) {
            isPending(pending(i, "other", MIN_IDLE, 1));
        }

        EntryId second = taker.takeStale("s", EntryId.ZERO, 2);
        EntryId third = taker.takeStale("s", second, 2);
        EntryId end = taker.takeStale("s", third, 2);

        assertThat(second).hasToString("2-1");
        assertThat(third).hasToString("4-1");
        assertThat(end).isNull();
        assertThat(dispatched).hasSize(5);
    }

    @Test
    void isNotStarvedByABusyHead() throws InterruptedException {
        for (int i = 1; i <= 3; i++) {
            isPending(pending(i, "me", MIN_IDLE, 1));
        }
        ledger.of("s").begin(id(1), Instant.MIN);
        ledger.of("s").begin(id(2), Instant.MIN);

        EntryId next = taker.takeStale("s", EntryId.ZERO, 2);
        taker.takeStale("s", next, 2);

        assertThat(dispatched).containsExactly("3-0 #2");
    }

    @Test
    void endsAtTheLargestIdThereIs() throws InterruptedException {
        isPending(new PendingEntry(EntryId.MAX, "other", MIN_IDLE, 1));

        assertThat(taker.takeStale("s", EntryId.ZERO, 1)).isNull();
    }

    @Test
    void countsAndTellsWhatWasTrimmed() throws InterruptedException {
        isPending(pending(1, "other", MIN_IDLE, 1));
        isPending(pending(2, "other", MIN_IDLE, 1));
        client.trimmed.add(id(1));
        ledger.of("s").failed(id(1));

        taker.takeStale("s", EntryId.ZERO, 100);

        assertThat(dispatched).containsExactly("2-0 #2");
        assertThat(counters.trimmed()).isOne();
        assertThat(ledger.of("s").hasFailed(id(1))).isFalse();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("WARN 1 pending entries of stream s were trimmed");
    }

    @Test
    void leavesTheRestPendingWhenTheConsumerStops() throws InterruptedException {
        isPending(pending(1, "me", Duration.ZERO, 1));
        open = false;

        taker.takeOwn("s", EntryId.ZERO, 100);

        assertThat(dispatched).isEmpty();
    }
}
