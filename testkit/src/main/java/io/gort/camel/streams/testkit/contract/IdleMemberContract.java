package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** How members leave a group of which nothing is heard any more. */
interface IdleMemberContract extends ContractFixture {

    @Test
    default void deletesAMemberWithNothingPendingThatIsIdleForLongEnough() {
        String streamKey = streamPendingForAlice("s", 2);
        client().acknowledge(streamKey, GROUP, idsOf(streamKey));

        assertThat(client().deleteIdleMember(streamKey, ALICE, LONG)).isFalse();
        assertThat(client().deleteIdleMember(streamKey, BOB, Duration.ZERO)).isFalse();
        assertThat(members(streamKey)).containsExactly("alice");
        assertThat(client().deleteIdleMember(streamKey, ALICE, Duration.ZERO)).isTrue();

        assertThat(members(streamKey)).isEmpty();
    }

    @Test
    default void neverDeletesAMemberWithPendingEntries() {
        String streamKey = streamPendingForAlice("s", 2);
        List<EntryId> ids = idsOf(streamKey);
        client().acknowledge(streamKey, GROUP, ids.subList(0, 1));

        assertThat(client().deleteIdleMember(streamKey, ALICE, Duration.ZERO)).isFalse();

        assertThat(members(streamKey)).containsExactly("alice");
        assertThat(pending(streamKey)).extracting(p -> p.id()).containsExactly(ids.get(1));
    }

    @Test
    default void givesADeletedMemberThatWaitsItsEntriesAllTheSame() throws Exception {
        String streamKey = streamPendingForAlice("s", 1);
        client().acknowledge(streamKey, GROUP, idsOf(streamKey));
        try (StreamReader reader = client().openReader(GRACE)) {
            FutureTask<List<StreamEntry>> waiting = ContractFixture.meanwhile(
                    () -> reader.readNew(none(), ALICE, List.of(streamKey), 10, Duration.ofSeconds(10)));
            awaitBlocked();
            assertThat(client().deleteIdleMember(streamKey, ALICE, Duration.ZERO))
                    .isTrue();

            EntryId id = add(streamKey, "1");

            assertThat(waiting.get()).extracting(StreamEntry::id).containsExactly(id);
            assertThat(pending(streamKey)).extracting(p -> p.consumer()).containsExactly("alice");
        }
    }

    @Test
    default void deletesNoMemberWhereThereIsNoGroup() {
        String streamKey = key("s");
        add(streamKey, "1");

        assertThatThrownBy(
                        () -> client().deleteIdleMember(streamKey, new GroupMember("absent", "alice"), Duration.ZERO))
                .isInstanceOf(NoSuchGroupException.class);
    }

    private List<String> members(String streamKey) {
        return client().members(streamKey, GROUP).stream().map(MemberInfo::name).toList();
    }
}
