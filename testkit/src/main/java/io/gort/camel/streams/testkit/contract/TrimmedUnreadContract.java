package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.TrimmedUnread;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.redis.UnreadCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XTrimParams;

/** How a read tells what the group has lost to trimming before it. Servers before Redis 7 cannot count. */
interface TrimmedUnreadContract extends ContractFixture {

    /** Notes all it is told. */
    final class Notes implements UnreadCheck {

        final List<TrimmedUnread> found = new ArrayList<>();
        final List<String> refused = new ArrayList<>();
        private final Map<String, EntryId> streams;

        Notes(Map<String, EntryId> streams) {
            this.streams = streams;
        }

        @Override
        public Map<String, EntryId> streams() {
            return streams;
        }

        @Override
        public void found(TrimmedUnread trimmed) {
            found.add(trimmed);
        }

        @Override
        public void refused(String streamKey, RedisStreamException reason) {
            refused.add(streamKey);
        }

        long counted() {
            return found.stream()
                    .map(TrimmedUnread::count)
                    .mapToLong(count -> count == null ? 0 : count)
                    .sum();
        }
    }

    @Test
    default void countsWhatWasTrimmedBeforeTheFirstReadOfAGroup() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 10);
        trimTo(streamKey, 7);

        Notes notes = new Notes(Map.of(streamKey, EntryId.ZERO));
        List<StreamEntry> read = look(notes, streamKey, ALICE, 10);

        assertThat(read).extracting(StreamEntry::id).containsExactlyElementsOf(ids.subList(3, 10));
        assertThat(notes.found).containsExactly(new TrimmedUnread(streamKey, 3L, EntryId.ZERO, ids.get(3), null));
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
    default void cannotTellWhatIsGoneOnceAGroupWasMovedAndCountsOnFromThere() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 20);
        counted(streamKey, ALICE, 20);
        trimTo(streamKey, 10);
        outside().xgroupSetID(streamKey, GROUP, new StreamEntryID(0, 0));

        Notes notes = new Notes(Map.of(streamKey, EntryId.ZERO));
        look(notes, streamKey, ALICE, 2);

        assertThat(notes.found)
                .containsExactly(new TrimmedUnread(streamKey, null, EntryId.ZERO, ids.get(10), ids.get(12)));
        trimTo(streamKey, 5);
        assertThat(counted(streamKey, ALICE, 20)).isEqualTo(3);
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

        Notes quiet = new Notes(Map.of(streamKey, ids.get(4)));
        look(quiet, streamKey, ALICE, 2);
        trimTo(streamKey, 1);
        Notes alarmed = new Notes(Map.of(streamKey, ids.get(6)));
        look(alarmed, streamKey, ALICE, 2);

        assertThat(quiet.found).isEmpty();
        assertThat(alarmed.counted()).isEqualTo(2);
    }

    @Test
    default void countsForReadersThatAcknowledgeNothing() {
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 10);
        trimTo(streamKey, 7);

        Notes notes = new Notes(Map.of(streamKey, EntryId.ZERO));
        try (StreamReader reader = client().openReader(GRACE)) {
            assertThat(reader.readUnacknowledged(notes, ALICE, List.of(streamKey), 10, NO_WAIT))
                    .hasSize(7);
        }

        assertThat(notes.counted()).isEqualTo(3);
    }

    @Test
    default void readsOnWhereTheLookIsRefused() {
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 3);
        holdsText(key("text"));

        Notes notes = new Notes(Map.of(key("text"), EntryId.ZERO, key("absent"), EntryId.ZERO));

        assertThat(look(notes, streamKey, ALICE, 10)).hasSize(3);
        assertThat(notes.refused).containsExactlyInAnyOrder(key("text"), key("absent"));
    }

    @Test
    default void looksAgainAfterTheServerHasForgottenTheScript() {
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 20);
        try (StreamReader reader = client().openReader(GRACE)) {
            long counted = 0;
            for (int length : new int[] {15, 10, 5}) {
                trimTo(streamKey, length);
                Notes notes = new Notes(Map.of(streamKey, EntryId.ZERO));
                reader.readNew(notes, none(), ALICE, List.of(streamKey), 1, NO_WAIT);
                counted += notes.counted();
                outside().scriptFlush();
            }
            Notes last = new Notes(Map.of(streamKey, EntryId.ZERO));
            reader.readNew(last, none(), ALICE, List.of(streamKey), 10, NO_WAIT);

            assertThat(last.refused).isEmpty();
            assertThat(counted + last.counted() + counted(streamKey, ALICE, 10)).isEqualTo(13);
        }
    }

    private List<StreamEntry> look(Notes notes, String streamKey, GroupMember member, int count) {
        try (StreamReader reader = client().openReader(GRACE)) {
            return reader.readNew(notes, none(), member, List.of(streamKey), count, NO_WAIT);
        }
    }

    private long counted(String streamKey, GroupMember member, int count) {
        Notes notes = new Notes(Map.of(streamKey, EntryId.ZERO));
        look(notes, streamKey, member, count);
        assertThat(notes.refused).isEmpty();
        return notes.counted();
    }

    private void trimTo(String streamKey, long length) {
        outside().xtrim(streamKey, XTrimParams.xTrimParams().maxLen(length));
    }

    private void delete(String streamKey, EntryId... ids) {
        for (EntryId id : ids) {
            outside().xdel(streamKey, new StreamEntryID(id.toString()));
        }
    }
}
