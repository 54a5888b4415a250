package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.redis.WrongTypeException;
import io.gort.camel.streams.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** How entries are acknowledged, alone and ahead of a read. */
interface AcknowledgingContract extends ContractFixture {

    @Test
    default void acknowledgesAndTellsHowManyWerePending() {
        String streamKey = streamPendingForAlice("s", 3);
        List<EntryId> ids = idsOf(streamKey);

        assertThat(client().acknowledge(streamKey, GROUP, ids.subList(0, 2))).isEqualTo(2);
        assertThat(client().acknowledge(streamKey, GROUP, ids)).isEqualTo(1);

        assertThat(pending(streamKey)).isEmpty();
    }

    @Test
    default void sendsNothingIfNothingIsToBeAcknowledged() {
        String text = key("text");
        holdsText(text);

        assertThat(client().acknowledge(text, GROUP, List.of())).isZero();
        assertThatThrownBy(() -> client().acknowledge(text, GROUP, List.of(EntryId.MAX)))
                .isInstanceOf(WrongTypeException.class);
    }

    @Test
    default void acknowledgesAheadOfARead() {
        String one = streamPendingForAlice("one", 3);
        String two = streamPendingForAlice("two", 1);
        addMany(one, 2);
        List<EntryId> doneOfOne = idsOf(one).subList(0, 2);
        List<EntryId> doneOfTwo = idsOf(two);
        Map<String, List<EntryId>> confirmed = new ConcurrentHashMap<>();

        try (StreamReader reader = client().openReader(GRACE)) {
            List<StreamEntry> entries = reader.readNew(
                    new Acknowledgements(GROUP, Map.of(one, doneOfOne, two, doneOfTwo), confirmed::put),
                    ALICE,
                    List.of(one, two),
                    10,
                    NO_WAIT);

            assertThat(entries).hasSize(2);
        }
        assertThat(confirmed).isEqualTo(Map.of(one, doneOfOne, two, doneOfTwo));
        assertThat(pending(one)).hasSize(3).extracting(PendingEntry::id).doesNotContainAnyElementsOf(doneOfOne);
        assertThat(pending(two)).isEmpty();
    }

    @Test
    default void acknowledgesThousandsAheadOfARead() {
        String streamKey = streamPendingForAlice("s", 2_100);
        Map<String, List<EntryId>> confirmed = new ConcurrentHashMap<>();

        try (StreamReader reader = client().openReader(GRACE)) {
            reader.readNew(
                    new Acknowledgements(GROUP, Map.of(streamKey, idsOf(streamKey)), confirmed::put),
                    ALICE,
                    List.of(streamKey),
                    1,
                    NO_WAIT);
        }

        assertThat(confirmed.get(streamKey)).hasSize(2_100);
        assertThat(pending(streamKey)).isEmpty();
    }

    @Test
    default void confirmsWhileTheReadStillWaits() throws Exception {
        String streamKey = streamPendingForAlice("s", 1);
        Map<String, List<EntryId>> confirmed = new ConcurrentHashMap<>();
        Acknowledgements due = new Acknowledgements(GROUP, Map.of(streamKey, idsOf(streamKey)), confirmed::put);

        try (StreamReader reader = client().openReader(GRACE)) {
            FutureTask<List<StreamEntry>> read =
                    ContractFixture.meanwhile(() -> reader.readNew(due, ALICE, List.of(streamKey), 1, LONG));
            awaitBlocked();

            Eventually.holds("confirmed", () -> confirmed.containsKey(streamKey));

            assertThat(read.isDone()).isFalse();
            assertThat(pending(streamKey)).isEmpty();
            add(streamKey, "end");
            read.get();
        }
    }

    @Test
    default void confirmsWhateverBecomesOfTheRead() {
        String streamKey = streamPendingForAlice("s", 1);
        Map<String, List<EntryId>> confirmed = new ConcurrentHashMap<>();
        Acknowledgements due = new Acknowledgements(GROUP, Map.of(streamKey, idsOf(streamKey)), confirmed::put);

        try (StreamReader reader = client().openReader(GRACE)) {
            assertThatThrownBy(() -> reader.readNew(due, ALICE, List.of(key("absent")), 1, NO_WAIT))
                    .isInstanceOf(NoSuchGroupException.class);
        }

        assertThat(confirmed).containsOnlyKeys(streamKey);
        assertThat(pending(streamKey)).isEmpty();
    }

    @Test
    default void keepsNoEntryBackIfAnAcknowledgementIsRefused() {
        String streamKey = streamPendingForAlice("s", 1);
        EntryId done = idsOf(streamKey).get(0);
        add(streamKey, "new");
        String text = key("text");
        holdsText(text);
        Map<String, List<EntryId>> confirmed = new ConcurrentHashMap<>();
        Map<String, List<EntryId>> due = Map.of(text, List.of(EntryId.MAX), streamKey, List.of(done));

        try (StreamReader reader = client().openReader(GRACE)) {
            List<StreamEntry> entries = reader.readNew(
                    new Acknowledgements(GROUP, due, confirmed::put), ALICE, List.of(streamKey), 10, NO_WAIT);

            assertThat(ContractFixture.values(entries)).containsExactly("new");
            assertThat(reader.readNew(none(), ALICE, List.of(streamKey), 1, NO_WAIT))
                    .isEmpty();
        }
        assertThat(confirmed).containsOnlyKeys(streamKey);
    }
}
