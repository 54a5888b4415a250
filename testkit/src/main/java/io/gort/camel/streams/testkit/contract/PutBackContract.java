package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.PendingEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** How an entry comes back into a group that has forgotten it. */
interface PutBackContract extends PendingContract {

    @Test
    default void putsAnEntryBackThatIsInNobodysPendingList() {
        String streamKey = streamPendingForAlice("s", 2);
        EntryId lost = idsOf(streamKey).get(0);
        client().acknowledge(streamKey, GROUP, List.of(lost));

        assertThat(client().putBack(streamKey, ALICE, lost, 4)).isTrue();

        PendingEntry back = pending(streamKey).get(0);
        assertThat(back.id()).isEqualTo(lost);
        assertThat(back.consumer()).isEqualTo("alice");
        assertThat(back.deliveryCount()).isEqualTo(4);
    }

    @Test
    default void passesOverWhatIsPendingForAnybody() {
        String streamKey = streamPendingForAlice("s", 1);
        EntryId held = idsOf(streamKey).get(0);

        assertThat(client().putBack(streamKey, BOB, held, 4)).isFalse();

        assertThat(pending(streamKey)).extracting(PendingEntry::consumer).containsExactly("alice");
    }

    @Test
    default void passesOverWhatIsNoLongerOnTheStream() {
        String streamKey = streamPendingForAlice("s", 2);
        EntryId gone = idsOf(streamKey).get(0);
        client().acknowledge(streamKey, GROUP, List.of(gone));
        outside().xdel(streamKey, new StreamEntryID(gone.toString()));

        assertThat(client().putBack(streamKey, ALICE, gone, 1)).isFalse();

        assertThat(pending(streamKey)).extracting(PendingEntry::id).doesNotContain(gone);
    }
}
