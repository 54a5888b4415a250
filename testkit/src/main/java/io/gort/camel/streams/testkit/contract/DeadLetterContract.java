package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.redis.WrongTypeException;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.StreamEntryID;

/** How entries are given up. */
interface DeadLetterContract extends ContractFixture {

    Map<String, String> REASON = Map.of("reason", "no good");

    @Test
    default void movesAPendingEntryToTheDeadLetterStream() {
        String streamKey = streamPendingForAlice("s", 2);
        StreamEntry entry = entryOf(streamKey, 0);

        Optional<EntryId> id = client().deadLetter(letter(entry, REASON));

        assertThat(letters())
                .containsExactly(
                        new StreamEntry(key("dead"), id.orElseThrow(), ordered("n", "0", "reason", "no good")));
        assertThat(letters().get(0).fields()).containsExactlyEntriesOf(ordered("n", "0", "reason", "no good"));
        assertThat(pending(streamKey)).hasSize(1);
        assertThat(client().length(streamKey)).isEqualTo(2);
    }

    @Test
    default void movesNothingThatIsNoLongerPending() {
        String streamKey = streamPendingForAlice("s", 1);
        StreamEntry entry = entryOf(streamKey, 0);
        client().acknowledge(streamKey, GROUP, List.of(entry.id()));

        assertThat(client().deadLetter(letter(entry, REASON))).isEmpty();

        assertThat(letters()).isEmpty();
    }

    @Test
    default void usesTheFieldsAsDeliveredIfTheEntryWasTrimmed() {
        String streamKey = streamPendingForAlice("s", 1);
        StreamEntry entry = entryOf(streamKey, 0);
        outside().xdel(streamKey, new StreamEntryID(entry.id().toString()));

        assertThat(client().deadLetter(letter(entry, REASON))).isPresent();

        assertThat(letters()).extracting(StreamEntry::fields).containsExactly(ordered("n", "0", "reason", "no good"));
        assertThat(pending(streamKey)).isEmpty();
    }

    @Test
    default void movesTheFieldsByteForByte() {
        String streamKey = streamWithGroup("s");
        byte[] field = {(byte) 0xff, 0, 'f'};
        byte[] value = {(byte) 0xc3, (byte) 0x28, '\r', '\n', (byte) 0x80};
        outside().sendCommand(Command.XADD, bytes(streamKey), bytes("*"), field, value, field, value);
        StreamEntry entry = deliver(streamKey, ALICE, 1).get(0);

        client().deadLetter(letter(entry, REASON));

        List<?> letter = (List<?>)
                ((List<?>) outside().sendCommand(Command.XRANGE, bytes(key("dead")), bytes("-"), bytes("+"))).get(0);
        assertThat((List<?>) letter.get(1))
                .asInstanceOf(InstanceOfAssertFactories.list(byte[].class))
                .containsExactly(field, value, field, value, bytes("reason"), bytes("no good"));
    }

    @Test
    default void makesOneLetterIfTwoMembersRace() throws Exception {
        String streamKey = streamPendingForAlice("s", 100);
        List<StreamEntry> entries = client().range(streamKey, EntryId.ZERO, EntryId.MAX, 100);
        CyclicBarrier start = new CyclicBarrier(2);

        FutureTask<Long> one = moveAll(entries, start);
        FutureTask<Long> two = moveAll(entries, start);

        assertThat(one.get() + two.get()).isEqualTo(100);
        assertThat(letters()).hasSize(100);
        assertThat(pending(streamKey)).isEmpty();
    }

    @Test
    default void leavesTheEntryPendingIfTheDeadLetterKeyIsNoStream() {
        String streamKey = streamPendingForAlice("s", 1);
        holdsText(key("dead"));

        assertThatThrownBy(() -> client().deadLetter(letter(entryOf(streamKey, 0), REASON)))
                .isInstanceOf(WrongTypeException.class)
                .hasMessageContaining(key("dead"));

        assertThat(pending(streamKey)).hasSize(1);
    }

    @Test
    default void leavesTheEntryPendingIfTheServerIsFull() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(5), clientName())) {
            client.createGroup("s", GROUP, "0");
            client.add(new AddEntry("s", Map.of("n", "1"), Trim.NONE));
            StreamEntry entry;
            try (StreamReader reader = client.openReader(GRACE)) {
                entry = reader.readNew(none(), ALICE, List.of("s"), 1, NO_WAIT).get(0);
            }
            server.redis().client().configSet("maxmemory", "1");

            assertThatThrownBy(() -> client.deadLetter(letter(entry, REASON)))
                    .isInstanceOf(ServerOutOfMemoryException.class);

            assertThat(client.pending("s", GROUP, null, EntryId.ZERO, Duration.ZERO, 10))
                    .hasSize(1);
        }
    }

    @Test
    default void keepsAboutSoManyLetters() {
        String streamKey = streamPendingForAlice("s", 400);
        List<StreamEntry> entries = client().range(streamKey, EntryId.ZERO, EntryId.MAX, 400);

        entries.forEach(entry -> client().deadLetter(new DeadLetter(entry, GROUP, key("dead"), 100, REASON)));

        assertThat(letters().size()).isBetween(100, 300);
    }

    @Test
    default void movesAnEntryOfTenThousandFields() {
        String streamKey = streamWithGroup("s");
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            fields.put("f" + i, "v" + i);
        }
        client().add(new AddEntry(streamKey, fields, Trim.NONE));
        StreamEntry entry = deliver(streamKey, ALICE, 1).get(0);

        assertThat(client().deadLetter(letter(entry, REASON))).isPresent();
        assertThat(client().deadLetter(letter(entry, REASON))).isEmpty();

        fields.putAll(REASON);
        assertThat(letters()).extracting(StreamEntry::fields).containsExactly(fields);
        assertThat(pending(streamKey)).isEmpty();
    }

    @Test
    default void tellsThatThereIsNoGroupToGiveUpFrom() {
        StreamEntry entry = new StreamEntry(key("absent"), new EntryId(1, 1), Map.of("n", "1"));

        assertThatThrownBy(() -> client().deadLetter(letter(entry, REASON))).isInstanceOf(NoSuchGroupException.class);

        assertThat(letters()).isEmpty();
    }

    private FutureTask<Long> moveAll(List<StreamEntry> entries, CyclicBarrier start) {
        return ContractFixture.meanwhile(() -> {
            start.await();
            return entries.stream()
                    .filter(entry -> client().deadLetter(letter(entry, REASON)).isPresent())
                    .count();
        });
    }

    private DeadLetter letter(StreamEntry entry, Map<String, String> fields) {
        return new DeadLetter(entry, GROUP, key("dead"), 10_000, fields);
    }

    private List<StreamEntry> letters() {
        return client().range(key("dead"), EntryId.ZERO, EntryId.MAX, 1_000);
    }

    private StreamEntry entryOf(String streamKey, int index) {
        return client().range(streamKey, EntryId.ZERO, EntryId.MAX, 1_000).get(index);
    }

    private static Map<String, String> ordered(String... fieldsAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return fields;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
