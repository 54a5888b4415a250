package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.PendingEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** How a member says that it is still at work on its entries. */
interface KeepAliveContract extends PendingContract {

    @Test
    default void startsTheIdleTimeAnewAndLeavesTheDeliveryCount() {
        String streamKey = streamPendingForAlice("s", 2);
        List<EntryId> ids = idsOf(streamKey);
        ids.forEach(id -> makeIdle(streamKey, id, 60_000));

        assertThat(client().keepAlive(streamKey, ALICE, ids)).containsExactlyElementsOf(ids);

        assertThat(pending(streamKey)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.idle()).isLessThan(LONG);
            assertThat(entry.deliveryCount()).isEqualTo(1);
        });
    }

    @Test
    default void keepsAliveNothingThatIsSomebodyElsesOrNoLongerPending() {
        String streamKey = streamPendingForAlice("s", 3);
        List<EntryId> ids = idsOf(streamKey);
        client().acknowledge(streamKey, GROUP, List.of(ids.get(0)));
        client().claim(streamKey, BOB, Duration.ZERO, List.of(ids.get(1)));

        assertThat(client().keepAlive(streamKey, ALICE, ids)).containsExactly(ids.get(2));

        assertThat(pending(streamKey)).extracting(PendingEntry::consumer).containsExactly("bob", "alice");
        assertThat(pending(streamKey)).extracting(PendingEntry::deliveryCount).containsExactly(2L, 1L);
    }

    @Test
    default void keepsWhatWasTrimmedAmongTheOwnedAndPending() {
        String streamKey = streamPendingForAlice("s", 2);
        List<EntryId> ids = idsOf(streamKey);
        outside().xdel(streamKey, new StreamEntryID(ids.get(0).toString()));

        assertThat(client().keepAlive(streamKey, ALICE, ids)).containsExactlyElementsOf(ids);

        assertThat(pending(streamKey)).extracting(PendingEntry::id).containsExactlyElementsOf(ids);
    }

    @Test
    default void keepsNothingAliveIfNothingIsGiven() {
        assertThat(client().keepAlive(key("absent"), ALICE, List.of())).isEmpty();
    }
}
