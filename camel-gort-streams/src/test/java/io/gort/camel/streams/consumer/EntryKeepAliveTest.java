package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntryKeepAliveTest {

    private static final Duration MIN_IDLE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final FakeStreamClient client = new FakeStreamClient();
    private final EntryLedger ledger = new EntryLedger();
    private final HandClock clock = new HandClock();
    private final LogLines log = new LogLines(EntryKeepAlive.class);
    private final EntryKeepAlive keepAlive =
            new EntryKeepAlive(Samples.MEMBER, MIN_IDLE, LONGEST, client, ledger, clock);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void renewsWhatIsInWork() {
        ledger.of("s").begin(id(1), clock.instant());
        ledger.of("s").begin(id(2), clock.instant());
        ledger.of("s").done(id(2));
        ledger.of("s").begin(id(3), clock.instant());
        ledger.of("s").failed(id(3));

        keepAlive.renew();

        assertThat(client.calls).containsExactly("keepAlive s [1-0]");
    }

    @Test
    void asksNothingWhereNothingIsInWork() {
        ledger.of("s");

        keepAlive.renew();

        assertThat(client.requests).isZero();
    }

    @Test
    void knowsThatNobodyElseHasWhatItsGroupForgotInTheMeantime() {
        ledger.of("s").begin(id(1), clock.instant());
        for (int third = 1; third <= 5; third++) {
            clock.advance(MIN_IDLE.dividedBy(3));
            keepAlive.renew();
        }

        assertThat(ledger.of("s").isOwnedSince(id(1), clock.instant())).isTrue();
    }

    @Test
    void doesNotTakeForItsOwnWhatAnotherMayHaveClaimedWhileItWasFrozen() {
        ledger.of("s").begin(id(1), clock.instant());
        clock.advance(MIN_IDLE);

        keepAlive.renew();

        assertThat(ledger.of("s").isOwnedSince(id(1), clock.instant())).isFalse();
    }

    @Test
    void renewsManyInChunks() {
        for (int i = 1; i <= 1001; i++) {
            ledger.of("s").begin(id(i), clock.instant());
        }

        keepAlive.renew();

        assertThat(client.calls).hasSize(3);
        assertThat(client.calls.get(2)).isEqualTo("keepAlive s [1001-0]");
    }

    @Test
    void letsGoOfAnEntryInWorkForTooLongAndSaysSoOnce() {
        ledger.of("s").begin(id(1), clock.instant());
        clock.advance(LONGEST.plusMillis(1));
        ledger.of("s").begin(id(2), clock.instant());

        keepAlive.renew();
        keepAlive.renew();

        assertThat(client.calls).containsOnly("keepAlive s [2-0]");
        assertThat(log.lines())
                .containsExactly(
                        "WARN Entry 1-0 of stream s is in work for more than PT30M: other members may claim it now");
    }

    @Test
    void renewsOtherStreamsWhenOneRefuses() {
        client.failures.put("a", Samples.wrongType());
        ledger.of("a").begin(id(1), clock.instant());
        ledger.of("b").begin(id(2), clock.instant());

        keepAlive.renew();

        assertThat(client.calls).containsExactly("keepAlive b [2-0]");
    }
}
