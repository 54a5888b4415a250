package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamLedgerTest {

    private static final Instant NOW = Instant.ofEpochSecond(1000);

    private final StreamLedger ledger = new StreamLedger();

    @Test
    void takesAnEntryIntoWorkOnce() {
        assertThat(ledger.begin(id(1), NOW)).isTrue();

        assertThat(ledger.begin(id(1), NOW)).isFalse();
        assertThat(ledger.isBusy(id(1))).isTrue();
    }

    @Test
    void keepsADoneEntryBusyUntilItIsAcknowledged() {
        ledger.begin(id(1), NOW);
        ledger.done(id(1));

        assertThat(ledger.begin(id(1), NOW)).isFalse();
        assertThat(ledger.isBusy(id(1))).isTrue();
        assertThat(ledger.inWorkSince(Instant.MIN)).isEmpty();

        ledger.acknowledged(List.of(id(1)));
        assertThat(ledger.isBusy(id(1))).isFalse();
        assertThat(ledger.highestAcknowledged()).isEqualTo(id(1));
    }

    @Test
    void takesAFailedEntryIntoWorkAgain() {
        ledger.begin(id(1), NOW);
        ledger.failed(id(1));
        assertThat(ledger.hasFailed(id(1))).isTrue();
        assertThat(ledger.isBusy(id(1))).isFalse();

        assertThat(ledger.begin(id(1), NOW)).isTrue();

        assertThat(ledger.hasFailed(id(1))).isFalse();
    }

    @Test
    void knowsTheSmallestEntryThatIsNotAcknowledged() {
        assertThat(ledger.smallestUnacknowledged()).isNull();

        ledger.begin(id(5), NOW);
        assertThat(ledger.smallestUnacknowledged()).isEqualTo(id(5));

        ledger.begin(id(3), NOW);
        ledger.failed(id(3));
        assertThat(ledger.smallestUnacknowledged()).isEqualTo(id(3));

        ledger.forget(id(3));
        ledger.done(id(5));
        assertThat(ledger.smallestUnacknowledged()).isNull();
    }

    @Test
    void keepsTheHighestAcknowledgedWhateverTheOrder() {
        ledger.acknowledged(List.of(id(5), id(2)));
        ledger.acknowledged(List.of(id(3)));

        assertThat(ledger.highestAcknowledged()).isEqualTo(id(5));
    }

    @Test
    void tellsEntriesInWorkByTheirAge() {
        ledger.begin(id(1), NOW.minusSeconds(1));
        ledger.begin(id(2), NOW);
        ledger.begin(id(3), NOW.plusSeconds(1));

        assertThat(ledger.inWorkBefore(NOW)).containsExactly(id(1));
        assertThat(ledger.inWorkSince(NOW)).containsExactly(id(2), id(3));
    }

    @Test
    void forgetsTheLargestFailedEntriesBeyondItsLimit() {
        for (int i = 1; i <= StreamLedger.FAILED_REMEMBERED + 2; i++) {
            ledger.failed(id(i));
        }

        assertThat(ledger.hasFailed(id(1))).isTrue();
        assertThat(ledger.hasFailed(id(StreamLedger.FAILED_REMEMBERED))).isTrue();
        assertThat(ledger.hasFailed(id(StreamLedger.FAILED_REMEMBERED + 1))).isFalse();
    }
}
