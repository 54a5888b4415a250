package io.gort.camel.streams.testkit.contract;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** What the tests of the contract share: a client, a look from outside, and the usual first steps. */
interface ContractFixture {

    String GROUP = "storage";
    GroupMember ALICE = new GroupMember(GROUP, "alice");
    GroupMember BOB = new GroupMember(GROUP, "bob");
    Duration NO_WAIT = Duration.ZERO;
    Duration GRACE = Duration.ofSeconds(2);
    Duration LONG = Duration.ofSeconds(30);

    /** The client under test, a new one for each test. */
    StreamClient client();

    /** Another client of the implementation under test. */
    StreamClient connect(RedisUnderTest redis, Duration commandTimeout, String clientName);

    /** A client that has nothing to do with the one under test. */
    RedisClient outside();

    RedisUnderTest redis();

    /** A key of this test's own. */
    String key(String name);

    /** The name of the connections of {@link #client()}. */
    String clientName();

    default EntryId add(String streamKey, String value) {
        return client().add(new AddEntry(streamKey, Map.of("n", value), Trim.NONE));
    }

    /** Adds so many entries with the values 0, 1, 2 … */
    default List<EntryId> addMany(String streamKey, int count) {
        List<EntryId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(add(streamKey, Integer.toString(i)));
        }
        return ids;
    }

    /** A stream with a group that begins at its start. */
    default String streamWithGroup(String name) {
        String streamKey = key(name);
        client().createGroup(streamKey, GROUP, "0");
        return streamKey;
    }

    /** A stream with so many entries that are all pending for Alice. */
    default String streamPendingForAlice(String name, int count) {
        String streamKey = streamWithGroup(name);
        addMany(streamKey, count);
        deliver(streamKey, ALICE, count);
        return streamKey;
    }

    default List<StreamEntry> deliver(String streamKey, GroupMember member, int count) {
        try (StreamReader reader = client().openReader(GRACE)) {
            return reader.readNew(none(), member, List.of(streamKey), count, NO_WAIT);
        }
    }

    default List<PendingEntry> pending(String streamKey) {
        return client().pending(streamKey, GROUP, null, EntryId.ZERO, Duration.ZERO, 10_000);
    }

    default List<EntryId> idsOf(String streamKey) {
        return client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10_000).stream()
                .map(StreamEntry::id)
                .toList();
    }

    default Acknowledgements none() {
        return Acknowledgements.none(GROUP);
    }

    default void holdsText(String key) {
        outside().set(key, "not a stream");
    }

    /** Waits until a connection of the client is blocked on the server. */
    default void awaitBlocked() {
        Eventually.holds(
                "a blocked connection",
                () -> connections(outside(), clientName()).stream().anyMatch(line -> line.contains(" flags=b ")));
    }

    static List<String> connections(RedisClient outside, String clientName) {
        byte[] list = (byte[]) outside.sendCommand(Command.CLIENT, "LIST");
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" name=" + clientName + " "))
                .toList();
    }

    static List<String> values(List<StreamEntry> entries) {
        return entries.stream()
                .map(entry -> entry.fields().getOrDefault("n", ""))
                .toList();
    }

    /** Runs it in a thread of its own. */
    static <T> FutureTask<T> meanwhile(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "contract-meanwhile");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
