package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.WrongTypeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** How dead letters are given another try. */
interface ReplayContract extends ContractFixture {

    @Test
    default void putsAnEntryBackThatIsStillOnItsStream() {
        String streamKey = streamPendingForAlice("s", 1);
        EntryId id = idsOf(streamKey).get(0);
        StreamEntry letter = giveUp(streamKey);

        assertThat(client().replay(letter, false))
                .isEqualTo(new Replay(letter.id(), streamKey, id, GROUP, Replay.Outcome.PUT_BACK));
        assertThat(pending(streamKey)).isEmpty();
        assertThat(client().replay(letter, true).outcome()).isEqualTo(Replay.Outcome.PUT_BACK);

        assertThat(pending(streamKey)).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(id);
            assertThat(entry.deliveryCount()).isZero();
        });
        assertThat(client().length(key("dead"))).isZero();
        assertThat(client().replay(letter, true).outcome()).isEqualTo(Replay.Outcome.GONE);
    }

    @Test
    default void leavesALetterWhoseEntryIsPendingAlready() {
        String streamKey = streamPendingForAlice("s", 1);
        StreamEntry letter = giveUp(streamKey);
        client().putBack(streamKey, ALICE, idsOf(streamKey).get(0), 1);

        assertThat(client().replay(letter, true).outcome()).isEqualTo(Replay.Outcome.PENDING);

        assertThat(pending(streamKey)).extracting(PendingEntry::consumer).containsExactly("alice");
        assertThat(client().length(key("dead"))).isEqualTo(1);
    }

    @Test
    default void addsAnEntryAgainThatIsGone() {
        String streamKey = streamPendingForAlice("s", 1);
        EntryId id = idsOf(streamKey).get(0);
        StreamEntry letter = giveUp(streamKey);
        outside().xdel(streamKey, new StreamEntryID(id.toString()));

        assertThat(client().replay(letter, true).outcome()).isEqualTo(Replay.Outcome.ADDED);

        assertThat(client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10))
                .extracting(StreamEntry::fields)
                .containsExactly(
                        Map.of("n", "0", "replay_of", id.toString(), "replay_group", GROUP, "replay_count", "1"));
        assertThat(client().length(key("dead"))).isZero();
    }

    @Test
    default void leavesALetterWhoseGroupIsGone() {
        String streamKey = streamPendingForAlice("s", 1);
        StreamEntry letter = giveUp(streamKey);

        client().destroyGroup(streamKey, GROUP);
        assertThat(client().replay(letter, true).outcome()).isEqualTo(Replay.Outcome.NO_GROUP);
        outside().del(streamKey);
        assertThat(client().replay(letter, true).outcome()).isEqualTo(Replay.Outcome.NO_GROUP);

        assertThat(client().length(key("dead"))).isEqualTo(1);
        assertThat(client().length(streamKey)).isZero();
    }

    @Test
    default void tellsThatTheStreamOfALetterIsNone() {
        String streamKey = streamPendingForAlice("s", 1);
        StreamEntry letter = giveUp(streamKey);
        outside().del(streamKey);
        holdsText(streamKey);

        assertThatThrownBy(() -> client().replay(letter, true)).isInstanceOf(WrongTypeException.class);

        assertThat(client().length(key("dead"))).isEqualTo(1);
    }

    @Test
    default void replaysNothingThatIsNoLetter() {
        StreamEntry entry = new StreamEntry(key("dead"), add(key("dead"), "1"), Map.of("n", "1"));

        assertThatThrownBy(() -> client().replay(entry, true))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining(DeadLetterFields.STREAM + ": none (expected: ");
    }

    /** Moves the only entry of a stream to the dead letters. */
    private StreamEntry giveUp(String streamKey) {
        StreamEntry entry =
                client().range(streamKey, EntryId.ZERO, EntryId.MAX, 1).get(0);
        Map<String, String> reason = Map.of(
                DeadLetterFields.STREAM, streamKey,
                DeadLetterFields.ENTRY_ID, entry.id().toString(),
                DeadLetterFields.GROUP, GROUP);
        client().deadLetter(new DeadLetter(entry, GROUP, key("dead"), 100, reason));
        List<StreamEntry> letters = client().range(key("dead"), EntryId.ZERO, EntryId.MAX, 10);
        return letters.get(letters.size() - 1);
    }
}
