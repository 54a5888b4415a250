package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.entry.PendingSummary;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.NoSuchKeyException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How groups are looked after once they are there. */
interface GroupCareContract extends ContractFixture {

    @Test
    default void createsAGroupOnlyOnAStreamThatThereIs() {
        assertThatThrownBy(() -> client().createGroupOnly(key("absent"), GROUP, GroupStart.END))
                .isInstanceOf(NoSuchKeyException.class)
                .hasMessageContaining(key("absent"));
        assertThat(client().streamInfo(key("absent"))).isEmpty();

        List<EntryId> ids = addMany(key("s"), 2);
        assertThat(client().createGroupOnly(key("s"), GROUP, GroupStart.after(ids.get(0))))
                .isTrue();
        assertThat(client().createGroupOnly(key("s"), GROUP, GroupStart.END)).isFalse();
        assertThat(positionOf(key("s"))).isEqualTo(ids.get(0));
    }

    @Test
    default void destroysAGroupAndLeavesTheEntries() {
        String streamKey = streamPendingForAlice("s", 2);

        assertThat(client().destroyGroup(streamKey, GROUP)).isTrue();

        assertThat(client().groups(streamKey)).isEmpty();
        assertThat(client().length(streamKey)).isEqualTo(2);
        assertThat(client().destroyGroup(streamKey, GROUP)).isFalse();
        assertThat(client().destroyGroup(key("absent"), GROUP)).isFalse();
    }

    @Test
    default void letsAGroupGoOnFromAnotherPlace() {
        String streamKey = streamPendingForAlice("s", 3);
        List<EntryId> ids = idsOf(streamKey);

        client().rewindGroup(streamKey, GROUP, GroupStart.after(ids.get(0)));
        assertThat(deliver(streamKey, BOB, 10)).extracting(entry -> entry.id()).containsExactly(ids.get(1), ids.get(2));

        client().rewindGroup(
                        streamKey,
                        GROUP,
                        GroupStart.at(Instant.ofEpochMilli(ids.get(0).millis())));
        assertThat(deliver(streamKey, BOB, 10)).extracting(entry -> entry.id()).containsExactlyElementsOf(ids);

        client().rewindGroup(streamKey, GROUP, GroupStart.BEGINNING);
        client().rewindGroup(streamKey, GROUP, GroupStart.END);
        assertThat(positionOf(streamKey)).isEqualTo(ids.get(2));
        assertThat(pending(streamKey)).hasSize(3);
    }

    @Test
    default void tellsAboutMembers() {
        String streamKey = streamPendingForAlice("s", 3);
        add(streamKey, "bob's");
        deliver(streamKey, BOB, 1);

        assertThat(client().members(streamKey, GROUP))
                .extracting(MemberInfo::name, MemberInfo::pending)
                .containsExactlyInAnyOrder(tuple("alice", 3L), tuple("bob", 1L));
        assertThat(client().members(streamKey, GROUP))
                .extracting(MemberInfo::idle)
                .allSatisfy(idle -> assertThat(idle).isBetween(Duration.ZERO, LONG));
        client().createGroup(streamKey, "lonely", "0");
        assertThat(client().members(streamKey, "lonely")).isEmpty();
    }

    @Test
    default void addsUpWhatIsPending() {
        String streamKey = streamPendingForAlice("s", 3);
        List<EntryId> ids = idsOf(streamKey);
        EntryId bobs = add(streamKey, "bob's");
        deliver(streamKey, BOB, 1);

        assertThat(client().pendingSummary(streamKey, GROUP))
                .isEqualTo(new PendingSummary(4, ids.get(0), bobs, Map.of("alice", 3L, "bob", 1L)));
        client().createGroup(streamKey, "idle", "0");
        assertThat(client().pendingSummary(streamKey, "idle")).isEqualTo(new PendingSummary(0, null, null, Map.of()));
    }

    @Test
    default void tellsThatThereIsNoGroupToLookAfter() {
        add(key("groupless"), "1");

        for (String streamKey : List.of(key("groupless"), key("absent"))) {
            assertThatThrownBy(() -> client().members(streamKey, GROUP)).isInstanceOf(NoSuchGroupException.class);
            assertThatThrownBy(() -> client().pendingSummary(streamKey, GROUP))
                    .isInstanceOf(NoSuchGroupException.class);
            assertThatThrownBy(() -> client().rewindGroup(streamKey, GROUP, GroupStart.END))
                    .isInstanceOf(NoSuchGroupException.class);
        }
    }

    @Test
    default void tellsThatAKeyHoldsNoGroups() {
        String text = key("text");
        holdsText(text);

        assertThatThrownBy(() -> client().members(text, GROUP)).isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().pendingSummary(text, GROUP)).isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().rewindGroup(text, GROUP, GroupStart.END))
                .isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().destroyGroup(text, GROUP)).isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().createGroupOnly(text, GROUP, GroupStart.END))
                .isInstanceOf(WrongTypeException.class);
    }

    private EntryId positionOf(String streamKey) {
        return client().groups(streamKey).stream()
                .map(GroupInfo::lastDeliveredId)
                .findAny()
                .orElseThrow();
    }
}
