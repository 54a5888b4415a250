package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.MEMBER;
import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static io.gort.camel.streams.consumer.Samples.pending;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of entries that failed here. */
class FailedEntryKeeperTest {

    private static final Duration MIN_IDLE = Duration.ofSeconds(30);

    private final FakeStreamClient client = new FakeStreamClient();
    private final EntryLedger ledger = new EntryLedger();
    private final HandClock clock = new HandClock();
    private final FailedEntryKeeper keeper = new FailedEntryKeeper(MEMBER, MIN_IDLE, client, ledger, clock);
    private final Delivery delivery =
            new Delivery(entry(5), 3, new TailSettlements(ledger, new Capacity(1), new ConsumerCounters()));

    @BeforeEach
    void fail() {
        ledger.of("s").failed(id(5));
    }

    @Test
    void putsBackWhatNobodyHolds() {
        keeper.secure(delivery, keeper.now());

        assertThat(client.calls).containsExactly("putBack s 5-0 #3");
    }

    @Test
    void leavesAloneWhatIsInWorkAgain() {
        ledger.of("s").begin(id(5), clock.instant());

        keeper.secure(delivery, keeper.now());

        assertThat(client.calls).isEmpty();
    }

    @Test
    void leavesAloneWhatOthersMayHaveFinishedMeanwhile() {
        var failedAt = keeper.now();
        clock.advance(MIN_IDLE.dividedBy(2));

        keeper.secure(delivery, failedAt);

        assertThat(client.calls).isEmpty();
    }

    @Test
    void putsNothingBackWhereEntriesInWorkAreNotKeptFromOthers() {
        var careless = new FailedEntryKeeper(MEMBER, Duration.ZERO, client, ledger, clock);

        careless.secure(delivery, careless.now());

        assertThat(client.calls).isEmpty();
    }

    @Test
    void forgetsWhatAnotherMemberHasTakenOver() {
        ledger.of("s").failed(id(6));
        client.pending.put(id(6), pending(6, "me", Duration.ZERO, 1));
        client.pending.put(id(5), pending(5, "other", Duration.ZERO, 2));

        keeper.review();

        assertThat(ledger.of("s").failed()).containsExactly(id(6));
    }
}
