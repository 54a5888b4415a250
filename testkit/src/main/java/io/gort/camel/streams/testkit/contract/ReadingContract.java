package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** What a reader brings. */
interface ReadingContract extends ContractFixture {

    @Test
    default void readsNewEntriesInTheOrderOfTheirIds() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 5);

        List<StreamEntry> first = deliver(streamKey, ALICE, 3);
        List<StreamEntry> second = deliver(streamKey, BOB, 3);

        assertThat(first).extracting(StreamEntry::id).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(second).extracting(StreamEntry::id).containsExactlyElementsOf(ids.subList(3, 5));
        assertThat(pending(streamKey))
                .extracting(PendingEntry::consumer)
                .containsExactly("alice", "alice", "alice", "bob", "bob");
    }

    @Test
    default void readsSeveralStreamsSoManyEntriesOfEach() {
        String one = streamWithGroup("one");
        String two = streamWithGroup("two");
        addMany(one, 3);
        addMany(two, 1);

        try (StreamReader reader = client().openReader(GRACE)) {
            List<StreamEntry> entries = reader.readNew(none(), ALICE, List.of(one, two), 2, NO_WAIT);

            assertThat(entries).extracting(StreamEntry::streamKey).containsExactly(one, one, two);
            assertThat(ContractFixture.values(entries)).containsExactly("0", "1", "0");
        }
    }

    @Test
    default void doesNotWaitIfTheBlockTimeIsZero() {
        String streamKey = streamWithGroup("s");

        assertThat(deliver(streamKey, ALICE, 1)).isEmpty();
    }

    @Test
    default void bringsNothingIfNoneCameInTime() {
        String streamKey = streamWithGroup("s");
        try (StreamReader reader = client().openReader(GRACE)) {
            long start = System.nanoTime();

            assertThat(reader.readNew(none(), ALICE, List.of(streamKey), 1, Duration.ofMillis(150)))
                    .isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    default void waitsLongerThanTheCommandTimeout() {
        String streamKey = streamWithGroup("s");
        try (var impatient = connect(redis(), Duration.ofMillis(100), clientName());
                StreamReader reader = impatient.openReader(GRACE)) {
            assertThat(reader.readNew(none(), ALICE, List.of(streamKey), 1, Duration.ofMillis(400)))
                    .isEmpty();
            assertThat(reader.readAfter(Map.of(streamKey, EntryId.ZERO), 1, Duration.ofMillis(400)))
                    .isEmpty();
        }
    }

    @Test
    default void waitsForTheFirstEntry() throws Exception {
        String streamKey = streamWithGroup("s");
        try (StreamReader reader = client().openReader(GRACE)) {
            FutureTask<List<StreamEntry>> read =
                    ContractFixture.meanwhile(() -> reader.readNew(none(), ALICE, List.of(streamKey), 10, LONG));
            awaitBlocked();

            EntryId id = add(streamKey, "1");

            assertThat(read.get()).containsExactly(new StreamEntry(streamKey, id, Map.of("n", "1")));
        }
    }

    @Test
    default void readsWhatFollowsTheGivenIds() {
        String one = key("one");
        String two = key("two");
        List<EntryId> ids = addMany(one, 4);
        addMany(two, 1);
        Map<String, EntryId> after = new LinkedHashMap<>();
        after.put(one, ids.get(1));
        after.put(two, EntryId.ZERO);

        try (StreamReader reader = client().openReader(GRACE)) {
            List<StreamEntry> entries = reader.readAfter(after, 1, NO_WAIT);

            assertThat(entries).extracting(StreamEntry::streamKey).containsExactly(one, two);
            assertThat(entries.get(0).id()).isEqualTo(ids.get(2));
            assertThat(reader.readAfter(Map.of(key("absent"), EntryId.ZERO), 1, NO_WAIT))
                    .isEmpty();
        }
    }

    @Test
    default void waitsForWhatFollows() throws Exception {
        String streamKey = key("s");
        EntryId last = add(streamKey, "1");
        try (StreamReader reader = client().openReader(GRACE)) {
            FutureTask<List<StreamEntry>> read =
                    ContractFixture.meanwhile(() -> reader.readAfter(Map.of(streamKey, last), 10, LONG));
            awaitBlocked();

            add(streamKey, "2");

            assertThat(ContractFixture.values(read.get())).containsExactly("2");
        }
    }

    @Test
    default void tellsThatTheGroupIsMissingAndGoesOnReading() {
        String streamKey = streamWithGroup("s");
        try (StreamReader reader = client().openReader(GRACE)) {
            assertThatThrownBy(() -> reader.readNew(none(), ALICE, List.of(key("absent")), 1, NO_WAIT))
                    .isInstanceOf(NoSuchGroupException.class)
                    .hasMessageContaining(key("absent"));
            add(streamKey, "1");

            assertThat(reader.readNew(none(), ALICE, List.of(streamKey), 1, NO_WAIT))
                    .hasSize(1);
        }
    }

    @Test
    default void tellsThatAKeyIsNoStream() {
        String streamKey = key("text");
        holdsText(streamKey);
        try (StreamReader reader = client().openReader(GRACE)) {
            assertThatThrownBy(() -> reader.readNew(none(), ALICE, List.of(streamKey), 1, NO_WAIT))
                    .isInstanceOf(WrongTypeException.class);
            assertThatThrownBy(() -> reader.readAfter(Map.of(streamKey, EntryId.ZERO), 1, NO_WAIT))
                    .isInstanceOf(WrongTypeException.class);
        }
    }

    @Test
    default void tellsThatTheStreamWasDeletedUnderABlockedRead() throws Exception {
        String streamKey = streamWithGroup("s");
        try (StreamReader reader = client().openReader(GRACE)) {
            FutureTask<List<StreamEntry>> read = ContractFixture.meanwhile(
                    () -> reader.readNew(none(), ALICE, List.of(streamKey), 1, Duration.ofSeconds(2)));
            awaitBlocked();

            outside().del(streamKey);

            assertThatThrownBy(() -> {
                        read.get(); // before Redis 7 the read waits on, and the next one tells
                        reader.readNew(none(), ALICE, List.of(streamKey), 1, NO_WAIT);
                    })
                    .satisfiesAnyOf(
                            failure -> assertThat(failure).isInstanceOf(NoSuchGroupException.class),
                            failure -> assertThat(failure).hasCauseInstanceOf(NoSuchGroupException.class));
        }
    }

    @Test
    default void tellsThatTheGroupWasDestroyedUnderABlockedRead() throws Exception {
        String streamKey = streamWithGroup("s");

        failsWhileBlocked(streamKey, () -> outside().xgroupDestroy(streamKey, GROUP), NoSuchGroupException.class);
    }

    @Test
    default void tellsThatABlockedReadWasUnblockedByForce() throws Exception {
        String streamKey = streamWithGroup("s");

        failsWhileBlocked(streamKey, this::unblockWithAnError, RedisStreamException.class);
    }

    private Object unblockWithAnError() {
        String line = ContractFixture.connections(outside(), clientName()).stream()
                .filter(connection -> connection.contains(" flags=b "))
                .findFirst()
                .orElseThrow();
        String id = line.substring(3, line.indexOf(' '));
        return outside().sendCommand(Command.CLIENT, "UNBLOCK", id, "ERROR");
    }

    private void failsWhileBlocked(String streamKey, Callable<?> event, Class<?> expected) throws Exception {
        try (StreamReader reader = client().openReader(GRACE)) {
            FutureTask<List<StreamEntry>> read =
                    ContractFixture.meanwhile(() -> reader.readNew(none(), ALICE, List.of(streamKey), 1, LONG));
            awaitBlocked();

            event.call();

            ThrowingCallable result = read::get;
            assertThatThrownBy(result).cause().isExactlyInstanceOf(expected);
            client().createGroup(streamKey, GROUP, "0");
            add(streamKey, "after");
            assertThat(reader.readNew(none(), ALICE, List.of(streamKey), 1, NO_WAIT))
                    .hasSize(1);
        }
    }
}
