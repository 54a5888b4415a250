package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.WrongTypeException;
import io.gort.camel.streams.testkit.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** How one of several takes a lease. */
interface LeaseContract extends ContractFixture {

    @Test
    default void givesALeaseToTheFirstAndNamesItToTheOthers() {
        assertThat(client().lease(key("lease"), "alice", null, LONG)).isEmpty();

        assertThat(client().lease(key("lease"), "bob", null, LONG)).contains("alice");
        assertThat(outside().pttl(key("lease"))).isBetween(1L, LONG.toMillis());
    }

    @Test
    default void renewsALeaseForItsHolder() {
        client().lease(key("lease"), "alice", null, Duration.ofSeconds(5));

        assertThat(client().lease(key("lease"), "alice", null, LONG)).isEmpty();

        assertThat(outside().pttl(key("lease"))).isGreaterThan(10_000);
    }

    @Test
    default void replacesAHolderThatIsKnownToBeGone() {
        client().lease(key("lease"), "alice", null, LONG);

        assertThat(client().lease(key("lease"), "bob", "carol", LONG)).contains("alice");
        assertThat(client().lease(key("lease"), "bob", "alice", LONG)).isEmpty();
        assertThat(client().lease(key("lease"), "alice", null, LONG)).contains("bob");
    }

    @Test
    default void endsALeaseThatIsNotRenewed() {
        client().lease(key("lease"), "alice", null, Duration.ofMillis(50));

        Eventually.holds(
                "bob's lease",
                () -> client().lease(key("lease"), "bob", null, LONG).equals(Optional.empty()));
    }

    @Test
    default void releasesALeaseForItsHolderOnly() {
        client().lease(key("lease"), "alice", null, LONG);

        client().release(key("lease"), "bob");
        assertThat(client().lease(key("lease"), "bob", null, LONG)).contains("alice");
        client().release(key("lease"), "alice");
        client().release(key("lease"), "alice");

        assertThat(client().lease(key("lease"), "bob", null, LONG)).isEmpty();
    }

    @Test
    default void givesALeaseToOneOfManyWhoRace() throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        List<FutureTask<Optional<String>>> racing = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String holder = "holder-" + i;
            racing.add(ContractFixture.meanwhile(() -> {
                start.await();
                return client().lease(key("lease"), holder, null, LONG);
            }));
        }

        List<Optional<String>> answers = new ArrayList<>();
        for (FutureTask<Optional<String>> one : racing) {
            answers.add(one.get());
        }

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(3)
                .containsOnly(Optional.of(outside().get(key("lease"))));
    }

    @Test
    default void leasesNothingWhereAStreamIs() {
        add(key("s"), "1");

        assertThatThrownBy(() -> client().lease(key("s"), "alice", null, LONG)).isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().release(key("s"), "alice")).isInstanceOf(WrongTypeException.class);
    }
}
