package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaleMemberJanitorTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final FakeStreamClient client = new FakeStreamClient();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final LogLines log = new LogLines(StaleMemberJanitor.class);
    private final StaleMemberJanitor janitor = janitor(DAY);

    @AfterEach
    void close() {
        log.close();
    }

    private StaleMemberJanitor janitor(Duration age) {
        return new StaleMemberJanitor(MEMBER, age, client, () -> List.of("bad", "s"), counters);
    }

    private List<String> left() {
        return client.members.stream().map(MemberInfo::name).toList();
    }

    @Test
    void deletesMembersThatAreSilentWithNothingPending() {
        client.members.add(new MemberInfo("gone", 0, DAY));

        janitor.clean();

        assertThat(left()).isEmpty();
        assertThat(counters.staleMembers()).isEqualTo(1);
        assertThat(log.lines())
                .containsExactly("INFO Deleted member gone of group g from stream bad: silent for more than PT24H,"
                        + " nothing pending");
    }

    @Test
    void keepsItselfThoseWithPendingEntriesThoseHeardOfAndThoseWhoseNameIsHeld() {
        client.members.add(new MemberInfo("me", 0, DAY));
        client.members.add(new MemberInfo("busy", 1, DAY));
        client.members.add(new MemberInfo("lively", 0, DAY.minusMillis(1)));
        client.members.add(new MemberInfo("suspended", 0, DAY));
        client.leases.put(MemberLease.key(new GroupMember("g", "suspended")), "somebody");

        janitor.clean();

        assertThat(left()).containsExactly("me", "busy", "lively", "suspended");
        assertThat(client.calls).isEmpty();
    }

    @Test
    void goesOnToTheNextStreamWhateverIsWrongWithOne() {
        client.members.add(new MemberInfo("gone", 0, DAY));
        client.failures.put("bad", new NoSuchGroupException("no group", null));
        janitor.clean();
        client.members.add(new MemberInfo("gone", 0, DAY));
        client.failures.put("bad", Samples.wrongType());
        janitor.clean();

        assertThat(client.calls).containsExactly("deleteIdleMember s gone PT24H", "deleteIdleMember s gone PT24H");
    }

    @Test
    void tellsOnceThatItMayNot() {
        client.failures.put("s", new PermissionDeniedException("NOPERM", null));

        janitor.clean();
        janitor.clean();

        assertThat(log.lines()).containsExactly("WARN Stale members of group g cannot be deleted: NOPERM");
    }

    @ParameterizedTest
    @CsvSource({"PT0.1S, PT0.1S", "PT2S, PT0.5S", "PT1H, PT15M", "PT240H, PT1H"})
    void cleansSeveralTimesWithinTheAge(Duration age, Duration interval) {
        assertThat(janitor(age).interval()).isEqualTo(interval);
    }
}
