package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.redis.NoSuchGroupException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member may begin that was frozen while others went on. */
class OwnershipCheckTest {

    private static final Duration MIN_IDLE = Duration.ofMinutes(1);

    private final FakeStreamClient client = new FakeStreamClient();
    private final EntryLedger ledger = new EntryLedger();
    private final HandClock clock = new HandClock();
    private final OwnershipCheck check = new OwnershipCheck(Samples.MEMBER, MIN_IDLE, client, ledger, clock);

    @BeforeEach
    void read() {
        for (int i = 1; i <= 3; i++) {
            ledger.of("s").begin(id(i), clock.instant());
        }
    }

    @Test
    void asksNothingWhileNobodyElseCanHaveClaimed() {
        clock.advance(Duration.ofSeconds(40));

        assertThat(check.isOurs(entry(1))).isTrue();

        assertThat(client.requests).isZero();
    }

    @Test
    void asksOnceForAllThatWaitsAfterAFreeze() {
        client.stillOwned = Set.of(id(2));
        clock.advance(Duration.ofSeconds(41));

        assertThat(check.isOurs(entry(1))).isFalse();
        assertThat(check.isOurs(entry(2))).isTrue();
        assertThat(check.isOurs(entry(3))).isFalse();
        assertThat(check.isOurs(entry(3))).isFalse();

        assertThat(client.calls).containsExactly("keepAlive s [1-0, 2-0, 3-0]");
    }

    @Test
    void asksNothingAboutWhatWasKeptAlive() {
        clock.advance(Duration.ofSeconds(30));
        ledger.of("s").owned(Set.of(id(2)), clock.instant());
        clock.advance(Duration.ofSeconds(30));

        assertThat(check.isOurs(entry(2))).isTrue();

        assertThat(client.requests).isZero();
    }

    @Test
    void takesBackWhatIsDeliveredAgain() {
        clock.advance(MIN_IDLE);
        assertThat(check.isOurs(entry(1))).isFalse();

        assertThat(ledger.of("s").begin(id(1), clock.instant())).as("in work").isFalse();

        assertThat(check.isOurs(entry(1))).isTrue();
    }

    @Test
    void beginsNothingWhileTheServerCannotBeAsked() {
        clock.advance(MIN_IDLE);
        client.failures.put("s", Samples.lost());
        assertThat(check.isOurs(entry(1))).isFalse();

        client.failures.clear();
        client.stillOwned = Set.of(id(1));

        assertThat(check.isOurs(entry(1))).isTrue();
    }

    @Test
    void beginsWhatNobodyCanHaveWhereTheGroupIsLost() {
        clock.advance(MIN_IDLE);
        client.failures.put("s", new NoSuchGroupException("NOGROUP", null));

        assertThat(check.isOurs(entry(1))).isTrue();
    }
}
