package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.TrimmedUnread;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.testkit.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.StreamEntryID;

/** How a read tells what the group has lost where the server's own counts are in doubt, or cannot be asked for. */
interface TrimmedUnreadDoubtsContract extends TrimmedUnreadFixture {

    @Test
    default void cannotTellWhatIsGoneOnceAGroupWasMovedAndCountsOnFromThere() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 20);
        counted(streamKey, ALICE, 20);
        trimTo(streamKey, 10);
        outside().xgroupSetID(streamKey, GROUP, new StreamEntryID(0, 0));

        Notes notes = new Notes(Map.of(streamKey, AGAIN));
        look(notes, streamKey, ALICE, 2);

        assertThat(notes.found)
                .containsExactly(new TrimmedUnread(streamKey, null, EntryId.ZERO, ids.get(10), ids.get(12)));
        trimTo(streamKey, 5);
        assertThat(counted(streamKey, ALICE, 20)).isEqualTo(3);
    }

    @Test
    default void countsAtAFirstLookWhatIsGoneSinceTheServerWasStarted() {
        Eventually.holds("a server that is up for seconds", () -> uptime() >= 2);
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 20);
        assertThat(look(new Notes(Map.of(streamKey, FIRST)), streamKey, ALICE, 5))
                .hasSize(5);
        trimTo(streamKey, 10);

        Notes notes = new Notes(Map.of(streamKey, FIRST));
        look(notes, streamKey, BOB, 5);

        assertThat(notes.counted()).isEqualTo(5);
    }

    @Test
    default void doesNotTakeACountAtAFirstLookThatMayNotHaveOutlivedARestart() {
        String streamKey = streamWithGroup("s");
        addFromLongAgo(streamKey, 20);
        counted(streamKey, ALICE, 5);
        forgetLastReads(streamKey, "5-0");
        Notes nothingGone = new Notes(Map.of(streamKey, FIRST));
        look(nothingGone, streamKey, ALICE, 5);
        forgetLastReads(streamKey, "10-0");
        trimTo(streamKey, 5);
        Notes somethingGone = new Notes(Map.of(streamKey, FIRST));
        look(somethingGone, streamKey, ALICE, 2);
        trimTo(streamKey, 1);

        assertThat(nothingGone.found).isEmpty();
        assertThat(somethingGone.found)
                .containsExactly(new TrimmedUnread(
                        streamKey, null, EntryId.parse("10-0"), EntryId.parse("16-0"), EntryId.parse("18-0")));
        assertThat(counted(streamKey, ALICE, 5)).as("counted on from there").isEqualTo(2);
    }

    /** A server tells its start by the second only, so an entry of that second may be older than its process. */
    @Test
    default void doesNotTakeACountOfTheSecondInWhichTheServerWasStarted() {
        String streamKey = streamWithGroup("s");
        long started = secondOfStart() * 1000;
        for (long millis = started + 990; millis < started + 1000; millis++) {
            outside().xadd(streamKey, new StreamEntryID(millis, 0), Map.of("n", Long.toString(millis)));
        }
        counted(streamKey, ALICE, 5);
        forgetLastReads(streamKey, started + 994 + "-0");
        trimTo(streamKey, 4);

        Notes notes = new Notes(Map.of(streamKey, FIRST));
        look(notes, streamKey, BOB, 5);

        assertThat(notes.found).singleElement().extracting(TrimmedUnread::count).isNull();
    }

    @Test
    default void readsOnWhereTheLookIsRefused() {
        String streamKey = streamWithGroup("s");
        addMany(streamKey, 3);
        holdsText(key("text"));

        Notes notes = new Notes(Map.of(key("text"), FIRST, key("absent"), FIRST));

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
                Notes notes = new Notes(Map.of(streamKey, AGAIN));
                reader.readNew(notes, none(), ALICE, List.of(streamKey), 1, NO_WAIT);
                counted += notes.counted();
                outside().scriptFlush();
            }
            Notes last = new Notes(Map.of(streamKey, AGAIN));
            reader.readNew(last, none(), ALICE, List.of(streamKey), 10, NO_WAIT);

            assertThat(counted + last.counted() + counted(streamKey, ALICE, 10)).isEqualTo(13);
        }
    }

    @Test
    default void takesNoCountThatMayNotHaveOutlivedARestartWhenTheUnreadAreTooManyToCount() {
        String streamKey = streamWithGroup("s");
        addFromLongAgo(streamKey, 1_200);
        counted(streamKey, ALICE, 100);
        forgetLastReads(streamKey, "100-0");
        look(new Notes(Map.of(streamKey, FIRST)), streamKey, ALICE, 10);
        trimTo(streamKey, 5);

        assertThat(counted(streamKey, ALICE, 1)).isZero();
        trimTo(streamKey, 1);
        assertThat(counted(streamKey, ALICE, 5)).as("counted on from there").isEqualTo(3);
    }

    private void addFromLongAgo(String streamKey, int count) {
        for (int i = 1; i <= count; i++) {
            outside().xadd(streamKey, new StreamEntryID(i, 0), Map.of("n", Integer.toString(i)));
        }
    }

    /** What a restart from the append only file does: the group knows where it is, but not how many it has read. */
    private void forgetLastReads(String streamKey, String lastDelivered) {
        outside().sendCommand(Command.XGROUP, "SETID", streamKey, GROUP, lastDelivered, "ENTRIESREAD", "0");
    }

    private long uptime() {
        return serverInfo("uptime_in_seconds");
    }

    private long secondOfStart() {
        Eventually.holds("a server whose first second is over", () -> uptime() >= 1);
        return serverInfo("server_time_usec") / 1_000_000 - uptime();
    }

    private long serverInfo(String property) {
        return outside()
                .info("server")
                .lines()
                .filter(line -> line.startsWith(property + ":"))
                .mapToLong(line -> Long.parseLong(line.substring(property.length() + 1)))
                .sum();
    }
}
