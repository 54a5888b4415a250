package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.ClaimedEntries;
import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** How a member takes entries again, and over from others. */
interface ClaimContract extends PendingContract {

    @Test
    default void retakesOwnEntriesAtTheSameDeliveryCount() {
        String streamKey = streamPendingForAlice("s", 2);
        List<EntryId> ids = idsOf(streamKey);
        makeIdle(streamKey, ids.get(0), 60_000);

        ClaimedEntries claimed = client().retake(streamKey, ALICE, ids);

        assertThat(claimed.trimmed()).isEmpty();
        assertThat(claimed.entries()).extracting(Claimed::deliveryCount).containsExactly(1L, 1L);
        assertThat(claimed.entries())
                .extracting(entry -> entry.entry().fields())
                .containsExactly(Map.of("n", "0"), Map.of("n", "1"));
        assertThat(pending(streamKey)).allSatisfy(entry -> {
            assertThat(entry.deliveryCount()).isEqualTo(1);
            assertThat(entry.idle()).isLessThan(LONG);
        });
    }

    @Test
    default void retakesNothingThatIsSomebodyElsesOrNoLongerPending() {
        String streamKey = streamPendingForAlice("s", 3);
        List<EntryId> ids = idsOf(streamKey);
        client().acknowledge(streamKey, GROUP, List.of(ids.get(0)));
        client().claim(streamKey, BOB, Duration.ZERO, List.of(ids.get(1)));

        ClaimedEntries claimed = client().retake(streamKey, ALICE, ids);

        assertThat(idsIn(claimed)).containsExactly(ids.get(2));
        assertThat(pending(streamKey)).extracting(PendingEntry::consumer).containsExactly("bob", "alice");
    }

    @Test
    default void retakeAcknowledgesAndNamesWhatWasTrimmed() {
        String streamKey = streamPendingForAlice("s", 3);
        List<EntryId> ids = idsOf(streamKey);
        outside().xdel(streamKey, new StreamEntryID(ids.get(1).toString()));

        ClaimedEntries claimed = client().retake(streamKey, ALICE, ids);

        assertThat(idsIn(claimed)).containsExactly(ids.get(0), ids.get(2));
        assertThat(claimed.trimmed()).containsExactly(ids.get(1));
        assertThat(pending(streamKey)).extracting(PendingEntry::id).containsExactly(ids.get(0), ids.get(2));
    }

    @Test
    default void claimsWhatAnotherMemberLetLie() {
        String streamKey = streamPendingForAlice("s", 2);
        List<EntryId> ids = idsOf(streamKey);
        makeIdle(streamKey, ids.get(1), 60_000);

        ClaimedEntries claimed = client().claim(streamKey, BOB, Duration.ofSeconds(30), ids);

        assertThat(claimed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.entry().id()).isEqualTo(ids.get(1));
            assertThat(entry.entry().streamKey()).isEqualTo(streamKey);
            assertThat(entry.entry().fields()).isEqualTo(Map.of("n", "1"));
            assertThat(entry.deliveryCount()).isEqualTo(2);
        });
        assertThat(pending(streamKey)).extracting(PendingEntry::consumer).containsExactly("alice", "bob");
        assertThat(pending(streamKey)).extracting(PendingEntry::deliveryCount).containsExactly(1L, 2L);
        assertThat(pending(streamKey))
                .allSatisfy(entry -> assertThat(entry.idle()).isLessThan(LONG));
    }

    @Test
    default void claimsNothingThatIsNoLongerPending() {
        String streamKey = streamPendingForAlice("s", 1);
        List<EntryId> ids = idsOf(streamKey);
        client().acknowledge(streamKey, GROUP, ids);

        assertThat(client().claim(streamKey, BOB, Duration.ZERO, ids)).isEqualTo(ClaimedEntries.NONE);
        assertThat(client().claim(streamKey, BOB, Duration.ZERO, List.of())).isEqualTo(ClaimedEntries.NONE);
    }

    @Test
    default void claimAcknowledgesAndNamesWhatWasTrimmed() {
        String streamKey = streamPendingForAlice("s", 2);
        List<EntryId> ids = idsOf(streamKey);
        outside().xtrim(streamKey, 1, false);

        ClaimedEntries claimed = client().claim(streamKey, BOB, Duration.ZERO, ids);

        assertThat(claimed.trimmed()).containsExactly(ids.get(0));
        assertThat(idsIn(claimed)).containsExactly(ids.get(1));
        assertThat(pending(streamKey)).extracting(PendingEntry::id).containsExactly(ids.get(1));
    }

    @Test
    default void leavesWhatWasTrimmedAloneUntilItIsIdleForLongEnough() {
        String streamKey = streamPendingForAlice("s", 1);
        List<EntryId> ids = idsOf(streamKey);
        outside().xdel(streamKey, new StreamEntryID(ids.get(0).toString()));

        assertThat(client().claim(streamKey, BOB, LONG, ids)).isEqualTo(ClaimedEntries.NONE);

        assertThat(pending(streamKey)).hasSize(1);
    }

    @Test
    default void letsOneOfTwoMembersClaimAnEntry() throws Exception {
        String streamKey = streamPendingForAlice("s", 200);
        List<EntryId> ids = idsOf(streamKey);
        ids.forEach(id -> makeIdle(streamKey, id, 60_000));
        CyclicBarrier start = new CyclicBarrier(2);

        FutureTask<List<EntryId>> carols = claimOneByOne(streamKey, new GroupMember(GROUP, "carol"), ids, start);
        FutureTask<List<EntryId>> bobs = claimOneByOne(streamKey, BOB, ids, start);

        List<EntryId> all = new ArrayList<>(carols.get());
        all.addAll(bobs.get());
        assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(pending(streamKey)).extracting(PendingEntry::deliveryCount).containsOnly(2L);
    }

    @Test
    default void claimsAThousandAtOnce() {
        String streamKey = streamPendingForAlice("s", 1_000);

        assertThat(client().claim(streamKey, BOB, Duration.ZERO, idsOf(streamKey))
                        .entries())
                .hasSize(1_000);
    }

    @Test
    default void claimsAfterTheServerForgotTheScript() {
        String streamKey = streamPendingForAlice("s", 1);
        outside().scriptFlush();

        assertThat(client().retake(streamKey, ALICE, idsOf(streamKey)).entries())
                .hasSize(1);
        assertThat(client().retake(streamKey, ALICE, idsOf(streamKey)).entries())
                .hasSize(1);
    }

    @Test
    default void tellsThatThereIsNoGroupToClaimFrom() {
        List<EntryId> ids = List.of(new EntryId(1, 1));

        assertThatThrownBy(() -> client().claim(key("absent"), BOB, Duration.ZERO, ids))
                .isInstanceOf(NoSuchGroupException.class)
                .hasMessageContaining(key("absent"));
        assertThatThrownBy(() -> client().retake(key("absent"), BOB, ids)).isInstanceOf(NoSuchGroupException.class);
        assertThatThrownBy(() -> client().keepAlive(key("absent"), BOB, ids)).isInstanceOf(NoSuchGroupException.class);
    }

    @Test
    default void tellsThatThereIsNoStreamToClaimFrom() {
        List<EntryId> ids = List.of(new EntryId(1, 1));
        holdsText(key("text"));

        assertThatThrownBy(() -> client().claim(key("text"), BOB, Duration.ZERO, ids))
                .isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().keepAlive(key("text"), BOB, ids)).isInstanceOf(WrongTypeException.class);
    }

    private FutureTask<List<EntryId>> claimOneByOne(
            String streamKey, GroupMember member, List<EntryId> ids, CyclicBarrier start) {
        return ContractFixture.meanwhile(() -> {
            start.await();
            List<EntryId> claimed = new ArrayList<>();
            for (EntryId id : ids) {
                claimed.addAll(idsIn(client().claim(streamKey, member, Duration.ofSeconds(30), List.of(id))));
            }
            return claimed;
        });
    }

    private static List<EntryId> idsIn(ClaimedEntries claimed) {
        return claimed.entries().stream().map(entry -> entry.entry().id()).toList();
    }
}
