package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.GroupMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How live members of one name are told apart. */
class MemberLeaseTest {

    private static final GroupMember WANTED = new GroupMember("storage-group", "worker");
    private static final String KEY = "gort-streams:member:storage-group:worker";

    private final FakeStreamClient client = new FakeStreamClient();
    private final LeaseHolder holder = new LeaseHolder("here", 10, "run", "user");

    @Test
    void givesTheSecondOfAMadeUpNameASuffix() {
        MemberLease first = MemberLease.takeAny(client, WANTED, "here");
        MemberLease second = MemberLease.takeAny(client, WANTED, "here");
        MemberLease third = MemberLease.takeAny(client, WANTED, "here");

        assertThat(List.of(first.member(), second.member(), third.member()))
                .extracting(GroupMember::consumer)
                .containsExactly("worker", "worker-2", "worker-3");
    }

    @Test
    void givesTheNameFreeWhenItsHolderReleasesIt() {
        MemberLease.takeAny(client, WANTED, "here").release();

        assertThat(MemberLease.takeAny(client, WANTED, "here").member()).isEqualTo(WANTED);
    }

    @Test
    void refusesAGivenNameThatALiveMemberKeepsHolding() {
        client.leases.put(KEY, "elsewhere 7 run user");
        List<Duration> waits = new ArrayList<>();

        assertThatThrownBy(() -> MemberLease.takeExactly(client, WANTED, holder, waits::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("worker")
                .hasMessageContaining("elsewhere 7");
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(MemberLease.LIFETIME);
    }

    @Test
    void takesAGivenNameOnceTheLeaseOfOneThatIsGoneHasEnded() throws InterruptedException {
        client.leases.put(KEY, "elsewhere 7 run user");

        MemberLease lease = MemberLease.takeExactly(client, WANTED, holder, time -> client.leases.clear());

        assertThat(lease.member()).isEqualTo(WANTED);
        assertThat(client.leases).containsEntry(KEY, holder.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "here 11 other user, true", // that process does not run
        "here 12 other user, false", // it runs
        "here 10 other user, true", // its number is ours now
        "here 10 run another, false", // another consumer of our process
        "there 11 other user, false", // nobody can tell
        "somebody, false",
        "here x other user, false"
    })
    void knowsWhichHoldersAreGone(String other, boolean gone) {
        assertThat(holder.knowsToBeGone(other, process -> process == 12)).isEqualTo(gone);
    }
}
