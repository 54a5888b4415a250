package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.MEMBER;
import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static io.gort.camel.streams.consumer.Samples.pending;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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
        keeper.secure(delivery, clock.instant());

        assertThat(client.calls).containsExactly("putBack s 5-0 #3");
    }

    @Test
    void leavesAloneWhatIsInWorkAgain() {
        ledger.of("s").begin(id(5), clock.instant());

        keeper.secure(delivery, clock.instant());

        assertThat(client.calls).isEmpty();
    }

    @Test
    void leavesAloneWhatOthersMayHaveFinishedMeanwhile() {
        Instant ownedAt = clock.instant();
        clock.advance(MIN_IDLE.multipliedBy(3).dividedBy(4));

        keeper.secure(delivery, ownedAt);

        assertThat(client.calls).isEmpty();
    }

    @Test
    void goesByWhenTheEntryWasLastKnownToBeOurs() {
        StreamLedger own = ledger.of("s");
        own.begin(id(5), clock.instant());
        clock.advance(MIN_IDLE);
        own.owned(Set.of(id(5)), clock.instant());

        Instant ownedAt = own.failed(id(5));

        assertThat(ownedAt).isEqualTo(clock.instant());
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
