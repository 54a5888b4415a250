package io.gort.camel.streams.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.testkit.ClusterServers;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only a cluster of several masters can show. */
class ClusterSlotsIT {

    private static final String GROUP = "g";
    private static final GroupMember ALICE = new GroupMember(GROUP, "alice");
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(5);

    private static ClusterServers cluster;
    private final String test = UUID.randomUUID().toString();
    private final StreamClient client = connect(cluster.nodes());

    @BeforeAll
    static void start() {
        cluster = ClusterServers.start(3, 0);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void addsToAllMastersAndKeepsTheOrderOfTheOutcomes() {
        List<String> streams = streams(30);
        List<AddEntry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(entry(streams.get(i % 30), i));
        }

        List<AddOutcome> outcomes = client.addAll(entries);

        for (int i = 0; i < 300; i++) {
            EntryId id = ((AddOutcome.Added) outcomes.get(i)).id();
            assertThat(client.range(streams.get(i % 30), id, id, 1))
                    .containsExactly(new StreamEntry(
                            streams.get(i % 30), id, entries.get(i).fields()));
        }
        assertThat(holders(streams)).hasSize(3);
    }

    @Test
    void readsStreamsOfManySlotsOverOneConnectionToEachMaster() {
        List<String> streams = streams(30);
        streams.forEach(stream -> client.createGroup(stream, GROUP, "0"));
        streams.forEach(stream -> client.add(entry(stream, 1)));

        try (StreamReader reader = client.openReader(GRACE)) {
            Set<String> seen = new HashSet<>();
            Acknowledgements due = Acknowledgements.none(GROUP);
            List<StreamEntry> entries = reader.readNew(due, ALICE, streams, 10, SOON);
            entries.forEach(entry -> seen.add(entry.streamKey()));

            assertThat(seen).containsExactlyInAnyOrderElementsOf(streams);
            assertThat(reader.readNew(acknowledging(entries), ALICE, streams, 10, Duration.ofMillis(50)))
                    .isEmpty();
            streams.forEach(stream -> assertThat(client.pending(stream, GROUP, null, EntryId.ZERO, Duration.ZERO, 10))
                    .isEmpty());
        }
    }

    @Test
    void waitsForTheFirstEntryOfManySlots() {
        List<String> streams = streams(30);
        streams.forEach(stream -> client.createGroup(stream, GROUP, "0"));
        try (StreamReader reader = client.openReader(GRACE)) {
            CompletableFuture<List<StreamEntry>> read = CompletableFuture.supplyAsync(
                    () -> reader.readNew(Acknowledgements.none(GROUP), ALICE, streams, 10, Duration.ofSeconds(30)));

            client.add(entry(streams.get(17), 1));

            assertThat(read.orTimeout(5, SECONDS).join())
                    .extracting(StreamEntry::streamKey)
                    .containsExactly(streams.get(17));
        }
    }

    @Test
    void closingBreaksAWaitForManySlotsAtOnce() {
        List<String> streams = streams(30);
        StreamReader reader = client.openReader(GRACE);
        Map<String, EntryId> after = new HashMap<>();
        streams.forEach(stream -> after.put(stream, EntryId.ZERO));
        CompletableFuture<List<StreamEntry>> read =
                CompletableFuture.supplyAsync(() -> reader.readAfter(after, 10, Duration.ofSeconds(30)));

        reader.close();

        assertThatThrownBy(() -> read.orTimeout(5, SECONDS).join()).hasCauseInstanceOf(ConnectionLostException.class);
    }

    @Test
    void keepsNoEntriesBackBecauseAnotherStreamHasTrouble() {
        List<String> streams = streams(10);
        streams.subList(1, 10).forEach(stream -> client.createGroup(stream, GROUP, "0"));
        client.add(entry(streams.get(5), 1));
        try (StreamReader reader = client.openReader(GRACE)) {
            Acknowledgements none = Acknowledgements.none(GROUP);

            assertThat(reader.readNew(none, ALICE, streams, 10, SOON)).hasSize(1);
            assertThatThrownBy(() -> reader.readNew(none, ALICE, streams, 10, SOON))
                    .isInstanceOf(NoSuchGroupException.class)
                    .hasMessageContaining(streams.get(0));
        }
    }

    @Test
    void findsStreamsOnAllMasters() {
        List<String> streams = streams(30);
        streams.forEach(stream -> client.add(entry(stream, 1)));

        assertThat(client.streamKeys(test + ":*")).containsExactlyInAnyOrderElementsOf(streams);
        assertThat(client.remove(streams)).isEqualTo(30);
    }

    @Test
    void goesWhereASlotHasMoved() {
        String stream = test;
        client.createGroup(stream, GROUP, "0");
        client.add(entry(stream, 1));
        try (StreamReader reader = client.openReader(GRACE)) {
            CompletableFuture<List<StreamEntry>> read = CompletableFuture.supplyAsync(() -> {
                Acknowledgements none = Acknowledgements.none(GROUP);
                List<StreamEntry> first = reader.readNew(none, ALICE, List.of(stream), 10, SOON);
                List<StreamEntry> second = reader.readNew(none, ALICE, List.of(stream), 10, Duration.ofSeconds(30));
                return List.of(first.get(0), second.get(0));
            });

            cluster.reshard(StreamKeys.slot(stream));
            client.add(entry(stream, 2));

            assertThat(read.orTimeout(10, SECONDS).join())
                    .extracting(entry -> entry.fields().get("n"))
                    .containsExactly("1", "2");
        }
        assertThat(client.length(stream)).isEqualTo(2);
    }

    @Test
    void worksWhileASlotIsBeingMoved() {
        String there = "{" + test + "}there";
        String moved = "{" + test + "}moved";
        for (String stream : List.of(there, moved)) {
            client.createGroup(stream, GROUP, "0");
            client.add(entry(stream, 1));
        }
        int slot = StreamKeys.slot(there);

        cluster.reshardWith(slot, Set.of(moved), () -> {
            List<AddOutcome> outcomes = client.addAll(List.of(entry(there, 2), entry(moved, 2), entry(moved, 3)));
            assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(AddOutcome.Added.class));
            try (StreamReader reader = client.openReader(GRACE)) {
                List<StreamEntry> entries = new ArrayList<>();
                while (entries.size() < 5) {
                    entries.addAll(
                            reader.readNew(Acknowledgements.none(GROUP), ALICE, List.of(there, moved), 10, SOON));
                }
                assertThat(entries)
                        .extracting(entry -> entry.streamKey() + entry.fields().get("n"))
                        .containsExactlyInAnyOrder(there + 1, there + 2, moved + 1, moved + 2, moved + 3);
            }
        });
        assertThat(client.length(moved)).isEqualTo(3);
        assertThat(client.length(there)).isEqualTo(2);
    }

    @Test
    void movesToADeadLetterStreamOfAnotherSlotInStepsAndBack() {
        List<String> streams = streams(2);
        String stream = streams.get(0);
        String letters = streams.get(1);
        client.createGroup(stream, GROUP, "0");
        client.add(entry(stream, 1));
        StreamEntry entry;
        try (StreamReader reader = client.openReader(GRACE)) {
            entry = reader.readNew(Acknowledgements.none(GROUP), ALICE, List.of(stream), 1, SOON)
                    .get(0);
        }
        Map<String, String> why = Map.of(
                DeadLetterFields.STREAM, stream,
                DeadLetterFields.ENTRY_ID, entry.id().toString(),
                DeadLetterFields.GROUP, GROUP);
        DeadLetter letter = new DeadLetter(entry, GROUP, letters, 100, why);

        EntryId moved = client.deadLetter(letter).orElseThrow();

        assertThat(client.canTouchTogether(List.of(stream, letters))).isFalse();
        assertThat(client.deadLetter(letter)).isEmpty();
        assertThat(client.pending(stream, GROUP, null, EntryId.ZERO, Duration.ZERO, 10))
                .isEmpty();
        StreamEntry found = client.range(letters, moved, moved, 1).get(0);
        assertThat(found.fields()).containsEntry("n", "1").containsAllEntriesOf(why);
        assertThat(client.replay(found, false).outcome()).isEqualTo(Replay.Outcome.PUT_BACK);
        assertThat(client.replay(found, true).outcome()).isEqualTo(Replay.Outcome.PUT_BACK);
        assertThat(client.replay(found, true).outcome()).isEqualTo(Replay.Outcome.GONE);
        assertThat(client.pending(stream, GROUP, null, EntryId.ZERO, Duration.ZERO, 10))
                .hasSize(1);
    }

    private List<String> streams(int count) {
        return IntStream.range(0, count).mapToObj(i -> test + ":" + i).toList();
    }

    private static Set<RedisServerProcess> holders(List<String> streams) {
        Set<RedisServerProcess> holders = new HashSet<>();
        streams.forEach(stream -> holders.add(cluster.holder(StreamKeys.slot(stream))));
        return holders;
    }

    private static Acknowledgements acknowledging(List<StreamEntry> entries) {
        Map<String, List<EntryId>> ids = new HashMap<>();
        entries.forEach(entry -> ids.put(entry.streamKey(), List.of(entry.id())));
        return new Acknowledgements(GROUP, ids, (streamKey, done) -> {});
    }

    private static AddEntry entry(String stream, int n) {
        return new AddEntry(stream, Map.of("n", Integer.toString(n)), Trim.NONE);
    }

    private static StreamClient connect(String nodes) {
        return JedisStreamClients.connect(settings(new Servers.Cluster(ServerAddress.parseAll(nodes))));
    }

    private static ConnectionSettings settings(Servers servers) {
        return new ConnectionSettings(
                servers, Credentials.NONE, null, Duration.ofSeconds(2), Duration.ofSeconds(2), 4, "cluster-it");
    }
}
