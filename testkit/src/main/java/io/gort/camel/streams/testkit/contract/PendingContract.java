package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** How pending entries are listed. */
interface PendingContract extends ContractFixture {

    @Test
    default void listsPendingEntriesInTheOrderOfTheirIds() {
        String streamKey = streamPendingForAlice("s", 3);

        List<PendingEntry> pending = pending(streamKey);

        assertThat(pending).extracting(PendingEntry::id).containsExactlyElementsOf(idsOf(streamKey));
        assertThat(pending).allSatisfy(entry -> {
            assertThat(entry.consumer()).isEqualTo("alice");
            assertThat(entry.deliveryCount()).isEqualTo(1);
            assertThat(entry.idle()).isBetween(Duration.ZERO, LONG);
        });
    }

    @Test
    default void listsPendingEntriesOfOneMember() {
        String streamKey = streamPendingForAlice("s", 2);
        EntryId bobs = add(streamKey, "bob's");
        deliver(streamKey, BOB, 1);

        assertThat(client().pending(streamKey, GROUP, "bob", EntryId.ZERO, Duration.ZERO, 10))
                .extracting(PendingEntry::id)
                .containsExactly(bobs);
        assertThat(client().pending(streamKey, GROUP, "nobody", EntryId.ZERO, Duration.ZERO, 10))
                .isEmpty();
    }

    @Test
    default void listsSoManyPendingEntriesFromAnId() {
        String streamKey = streamPendingForAlice("s", 5);
        List<EntryId> ids = idsOf(streamKey);

        assertThat(client().pending(streamKey, GROUP, null, ids.get(1), Duration.ZERO, 2))
                .extracting(PendingEntry::id)
                .containsExactly(ids.get(1), ids.get(2));
        assertThat(client().pending(streamKey, GROUP, null, ids.get(4).next(), Duration.ZERO, 2))
                .isEmpty();
    }

    @Test
    default void listsWhatIsIdleForLongEnough() {
        String streamKey = streamPendingForAlice("s", 2);
        EntryId idle = idsOf(streamKey).get(1);
        makeIdle(streamKey, idle, 60_000);

        assertThat(client().pending(streamKey, GROUP, null, EntryId.ZERO, Duration.ofSeconds(30), 10))
                .extracting(PendingEntry::id)
                .containsExactly(idle);
    }

    @Test
    default void tellsThatThereIsNoGroupToListFrom() {
        assertThatThrownBy(() -> pending(key("absent"))).isInstanceOf(NoSuchGroupException.class);

        add(key("groupless"), "1");
        assertThatThrownBy(() -> pending(key("groupless"))).isInstanceOf(NoSuchGroupException.class);
    }

    @Test
    default void tellsThatThereIsNoStreamToListFrom() {
        holdsText(key("text"));

        assertThatThrownBy(() -> pending(key("text"))).isInstanceOf(WrongTypeException.class);
    }

    /** Makes Alice's entry look as if it had lain for so long. */
    default void makeIdle(String streamKey, EntryId id, long millis) {
        outside()
                .sendCommand(
                        Command.XCLAIM,
                        streamKey,
                        GROUP,
                        "alice",
                        "0",
                        id.toString(),
                        "IDLE",
                        Long.toString(millis),
                        "JUSTID");
    }
}
