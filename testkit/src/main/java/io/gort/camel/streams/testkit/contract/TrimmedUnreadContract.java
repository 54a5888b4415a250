package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.TrimmedUnread;
import io.gort.camel.streams.entry.UnreadCheck;
import io.gort.camel.streams.redis.StreamReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** How a read tells what the group has lost to trimming before it. Servers before Redis 7 cannot count. */
interface TrimmedUnreadContract extends TrimmedUnreadFixture {

    @Test
    default void countsWhatWasTrimmedBeforeTheFirstReadOfAGroup() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 10);
        trimTo(streamKey, 7);

        Notes notes = new Notes(Map.of(streamKey, AGAIN));
        List<StreamEntry> read = look(notes, streamKey, ALICE, 10);

        assertThat(read).extracting(StreamEntry::id).containsExactlyElementsOf(ids.subList(3, 10));
        assertThat(notes.found).containsExactly(new TrimmedUnread(streamKey, 3L, EntryId.ZERO, ids.get(3), null));
    }

    @Test
    default void doesNotCountWhatWasGoneBeforeTheGroupWasMade() {
        String streamKey = key("s");
        addMany(streamKey, 20);
        trimTo(streamKey, 10);
        client().createGroup(streamKey, GROUP, "0");
        assertThat(counted(streamKey, ALICE, 2)).isZero();
        trimTo(streamKey, 5);

        assertThat(counted(streamKey, BOB, 20)).isEqualTo(3);
    }

    @Test
    default void doesNotCountASingleEntryThatWasDeletedBeforeTheGroupWasMade() {
        String streamKey = key("s");
        List<EntryId> ids = addMany(streamKey, 20);
        delete(streamKey, ids.get(15));
        client().createGroup(streamKey, GROUP, "0");

        assertThat(counted(streamKey, ALICE, 20)).isZero();
    }

    @Test
    default void doesNotCountWhatWasGoneBeforeTheGroupWasMadeOnAStreamThatWasThere() {
        String streamKey = key("s");
        addMany(streamKey, 20);
        trimTo(streamKey, 10);
        client().createGroupOnly(streamKey, GROUP, GroupStart.BEGINNING);
        trimTo(streamKey, 7);

        assertThat(counted(streamKey, ALICE, 20)).isEqualTo(3);
    }

    @Test
    default void takesAGroupThatSomebodyElseMadeForAsOldAsItsStream() {
        String streamKey = key("s");
        outside().xgroupCreate(streamKey, GROUP, new StreamEntryID(0, 0), true);
        addMany(streamKey, 20);
        trimTo(streamKey, 15);

        assertThat(counted(streamKey, ALICE, 20)).isEqualTo(5);
    }

    @Test
    default void countsEachGapOnceWhoeverReads() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 20);
        assertThat(counted(streamKey, ALICE, 5)).isZero();
        trimTo(streamKey, 10);

        assertThat(counted(streamKey, BOB, 3)).isEqualTo(5);
        assertThat(counted(streamKey, ALICE, 3)).isZero();
        trimTo(streamKey, 2);
        assertThat(counted(streamKey, ALICE, 10)).isEqualTo(2);
        assertThat(counted(streamKey, BOB, 10)).isZero();

        assertThat(pending(streamKey)).extracting(p -> p.id()).doesNotContainAnyElementsOf(ids.subList(5, 10));
        assertThat(pending(streamKey)).hasSize(5 + 6 + 2);
    }

    @Test
    default void countsAStreamThatWasTrimmedWholly() {
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 10);
        counted(streamKey, ALICE, 4);
        trimTo(streamKey, 0);

        assertThat(counted(streamKey, ALICE, 10)).isEqualTo(6);
        addMany(streamKey, 3);
        assertThat(counted(streamKey, ALICE, 10)).isZero();
        assertThat(counted(streamKey, ALICE, 10)).isZero();
    }

    @Test
    default void countsSingleEntriesThatWereDeletedAmongTheUnread() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 20);
        counted(streamKey, ALICE, 5);
        delete(streamKey, ids.get(8), ids.get(12));

        assertThat(counted(streamKey, BOB, 5)).isEqualTo(2);
        assertThat(counted(streamKey, ALICE, 20)).isZero();
        assertThat(counted(streamKey, ALICE, 20)).isZero();
    }

    @Test
    default void countsOnAfterADeletedEntryOnceTheGroupIsPastIt() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 20);
        counted(streamKey, ALICE, 5);
        delete(streamKey, ids.get(8));
        counted(streamKey, ALICE, 20);
        addMany(streamKey, 20);
        counted(streamKey, ALICE, 5);
        trimTo(streamKey, 5);

        assertThat(counted(streamKey, ALICE, 20)).isEqualTo(10);
    }

    @Test
    default void doesNotCountWhatWasReadBeforeItWasTrimmedOrDeleted() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 20);
        counted(streamKey, ALICE, 10);
        delete(streamKey, ids.get(3), ids.get(9));
        assertThat(counted(streamKey, ALICE, 5)).isZero();
        trimTo(streamKey, 5);
        assertThat(counted(streamKey, ALICE, 20)).isZero();
        trimTo(streamKey, 0);

        assertThat(counted(streamKey, ALICE, 20)).isZero();
    }

    @Test
    default void countsAfterwardsWhatOthersHaveJumpedUnawares() {
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 20);
        counted(streamKey, ALICE, 5);
        trimTo(streamKey, 10);
        deliver(streamKey, BOB, 5);

        assertThat(counted(streamKey, ALICE, 20) + counted(streamKey, ALICE, 20))
                .isEqualTo(5);
    }

    @Test
    default void countsFromTheStartOfAGroupThatBeginsAtTheEnd() {
        String streamKey = key("s");
        addMany(streamKey, 20);
        trimTo(streamKey, 10);
        client().createGroup(streamKey, GROUP, "$");
        addMany(streamKey, 5);
        assertThat(counted(streamKey, ALICE, 2)).isZero();
        trimTo(streamKey, 1);

        assertThat(counted(streamKey, ALICE, 10)).isEqualTo(2);
    }

    @Test
    default void looksNoCloserAtAStreamThatBeginsBelowWhatWasGiven() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 10);
        counted(streamKey, ALICE, 5);

        Notes quiet = new Notes(Map.of(streamKey, new UnreadCheck.Look(ids.get(4), true)));
        look(quiet, streamKey, ALICE, 2);
        trimTo(streamKey, 1);
        Notes alarmed = new Notes(Map.of(streamKey, new UnreadCheck.Look(ids.get(6), true)));
        look(alarmed, streamKey, ALICE, 2);

        assertThat(quiet.found).isEmpty();
        assertThat(alarmed.counted()).isEqualTo(2);
    }

    @Test
    default void countsForReadersThatAcknowledgeNothing() {
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 10);
        trimTo(streamKey, 7);

        Notes notes = new Notes(Map.of(streamKey, AGAIN));
        try (StreamReader reader = client().openReader(GRACE)) {
            assertThat(reader.readUnacknowledged(notes, ALICE, List.of(streamKey), 10, NO_WAIT))
                    .hasSize(7);
        }

        assertThat(notes.counted()).isEqualTo(3);
    }
}
