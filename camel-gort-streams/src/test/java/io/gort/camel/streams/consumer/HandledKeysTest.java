package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.consumer.HandledKeys.Attempt;
import io.gort.camel.streams.consumer.HandledKeys.Claim;
import io.gort.camel.streams.redis.ConnectionLostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may begin the work of a key, and what becomes of it. */
class HandledKeysTest {

    private static final String RUN = "storage/orders/1-0";
    private static final HandledKeys.Settings SETTINGS =
            new HandledKeys.Settings("handled:", Duration.ofHours(1), Duration.ofSeconds(30), Duration.ofMinutes(10));

    private final FakeStreamClient client = new FakeStreamClient();
    private final HandClock clock = new HandClock();
    private final HandledKeys keys = new HandledKeys(client, SETTINGS, clock);
    private final HandledKeys keysElsewhere = new HandledKeys(client, SETTINGS, clock);

    @Test
    void letsTheFirstBegin() {
        begun(keys.begin("k", RUN));

        assertThat(keysElsewhere.begin("k", "storage/orders/2-0")).isEqualTo(new Attempt.InProgress(RUN));
        assertThat(keys.begin("k", null)).isEqualTo(new Attempt.InProgress(RUN));
        assertThat(keys.isDone("k")).isFalse();
        assertThat(keys.inProgress()).isEqualTo(1);
    }

    @Test
    void letsNobodyBeginWhatIsDone() {
        keys.done(begun(keys.begin("k", RUN)));

        assertThat(keys.begin("k", RUN)).isEqualTo(new Attempt.AlreadyDone());
        assertThat(keysElsewhere.begin("k", null)).isEqualTo(new Attempt.AlreadyDone());
        assertThat(keys.isDone("k")).isTrue();
        assertThat(keys.inProgress()).isZero();
        assertThat(client.calls).containsExactly("put handled:k done PT1H");
    }

    @Test
    void letsTheNextBeginWhatWasGivenUp() {
        keys.giveUp(begun(keys.begin("k", RUN)));

        begun(keysElsewhere.begin("k", "storage/orders/2-0"));
    }

    @Test
    void takesOverWhatAnEarlierRunOfTheSameEntryElsewhereHasLeftBehind() {
        Claim leftBehind = begun(keysElsewhere.begin("k", RUN));

        Claim taken = begun(keys.begin("k", RUN));

        keysElsewhere.giveUp(leftBehind);
        assertThat(client.leases).containsEntry("handled:k", taken.token());
    }

    @Test
    void doesNotTakeOverFromAnotherPartOfTheSameRun() {
        begun(keys.begin("k", RUN));

        assertThat(keys.begin("k", RUN)).isEqualTo(new Attempt.InProgress(RUN));
    }

    @Test
    void neverTakesOverWhereNothingTellsTheRun() {
        begun(keysElsewhere.begin("k", null));

        assertThat(keys.begin("k", null)).isInstanceOf(Attempt.InProgress.class);
    }

    @Test
    void freesNothingThatIsSomebodyElsesOrDone() {
        Claim leftBehind = begun(keysElsewhere.begin("k", RUN));
        keys.done(begun(keys.begin("k", RUN)));

        keysElsewhere.giveUp(leftBehind);

        assertThat(keys.isDone("k")).isTrue();
    }

    @Test
    void renewsWhatIsInProgress() {
        Claim claim = begun(keys.begin("k", RUN));
        client.leases.clear(); // as if its time had run out

        keys.renew();

        assertThat(client.leases).containsEntry("handled:k", claim.token());
        assertThat(keys.isLive(claim)).isTrue();
    }

    @Test
    void renewsNothingThatHasEnded() {
        keys.giveUp(begun(keys.begin("one", RUN)));
        keys.done(begun(keys.begin("two", RUN)));

        keys.renew();

        assertThat(client.leases).containsOnlyKeys("handled:two").containsEntry("handled:two", "done");
    }

    @Test
    void noticesThatAClaimIsLost() {
        Claim claim = begun(keys.begin("k", RUN));
        client.leases.put("handled:k", "somebody else");

        keys.renew();

        assertThat(keys.isLive(claim)).isFalse();
    }

    @Test
    void letsAClaimGoThatLastsForTooLong() {
        Claim claim = begun(keys.begin("k", RUN));
        clock.advance(Duration.ofMinutes(10).plusMillis(1));

        keys.renew();

        assertThat(keys.isLive(claim)).isFalse();
        begun(keys.begin("k", RUN));
    }

    @Test
    void sendsAgainWhatCouldNotBeNotedAsDone() {
        Claim claim = begun(keys.begin("k", RUN));
        client.failures.put("handled:k", new ConnectionLostException("gone", null));
        keys.done(claim);
        keys.renew();
        assertThat(client.leases).containsEntry("handled:k", claim.token());
        client.failures.clear();

        keys.renew();

        assertThat(keys.isDone("k")).isTrue();
    }

    @Test
    void sendsWhatCouldNotBeNotedAsDoneOnceMoreBeforeTheEnd() {
        Claim claim = begun(keys.begin("k", RUN));
        client.failures.put("handled:k", new ConnectionLostException("gone", null));
        keys.done(claim);
        client.failures.clear();

        keys.close();

        assertThat(keys.isDone("k")).isTrue();
    }

    @Test
    void holdsNothingIfItIsNotKnownWhetherItBegan() {
        client.failures.put("handled:k", new ConnectionLostException("gone", null));

        assertThatThrownBy(() -> keys.begin("k", RUN)).isInstanceOf(ConnectionLostException.class);

        assertThat(keys.inProgress()).isZero();
    }

    @Test
    void forgets() {
        keys.done("one");
        keys.done("two");
        client.leases.put("another:three", "done");

        assertThat(keys.forget("one")).isTrue();
        assertThat(keys.forget("one")).isFalse();
        keys.forgetAll();

        assertThat(client.leases).containsOnlyKeys("another:three");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1000, 1000, 1000, 'prefix:  (expected: a text of its own, without *)'",
        "a*, 1000, 1000, 1000, 'prefix: a* (expected: a text of its own, without *)'",
        "a, 0, 1000, 1000, 'lifetime: PT0S (expected: at least one millisecond)'",
        "a, 1000, -1, 1000, 'inProgressLifetime: PT-0.001S (expected: at least one millisecond)'",
        "a, 1000, 1000, 0, 'maxProcessingTime: PT0S (expected: at least one millisecond)'"
    })
    void refusesSettingsThatMakeNoSense(
            String prefix, long lifetime, long inProgressLifetime, long maxProcessingTime, String message) {
        assertThatThrownBy(() -> new HandledKeys.Settings(
                        prefix,
                        Duration.ofMillis(lifetime),
                        Duration.ofMillis(inProgressLifetime),
                        Duration.ofMillis(maxProcessingTime)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Claim begun(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Begun.class);
        return ((Attempt.Begun) attempt).claim();
    }
}
