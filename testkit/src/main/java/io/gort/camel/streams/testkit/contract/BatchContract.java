package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.AddOutcome.Added;
import io.gort.camel.streams.entry.AddOutcome.NotAdded;
import io.gort.camel.streams.entry.AddOutcome.Unknown;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoConnectionException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many entries are added in one pipeline. */
interface BatchContract extends ContractFixture {

    @Test
    default void addsAllInTheirOrder() {
        String streamKey = key("s");
        List<AddEntry> entries = numbered(streamKey, 2_500);

        List<AddOutcome> outcomes = client().addAll(entries);

        assertThat(outcomes).hasSize(2_500).allMatch(Added.class::isInstance);
        List<EntryId> ids =
                outcomes.stream().map(outcome -> ((Added) outcome).id()).toList();
        assertThat(idsOf(streamKey)).isEqualTo(ids).isSorted();
        assertThat(ContractFixture.values(client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10_000)))
                .isEqualTo(IntStream.range(0, 2_500).mapToObj(Integer::toString).toList());
    }

    @Test
    default void addsNothingIfNothingIsGiven() {
        assertThat(client().addAll(List.of())).isEmpty();
    }

    @Test
    default void goesOnAfterAnEntryThatFails() {
        String streamKey = key("s");
        String text = key("text");
        holdsText(text);

        List<AddOutcome> outcomes = client().addAll(List.of(
                entry(streamKey, "0"),
                entry(text, "1"),
                entry(streamKey, "2"),
                new AddEntry(key("absent"), Map.of("n", "3"), null, Trim.NONE, false),
                entry(streamKey, "4")));

        assertThat(outcomes)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Added", "NotAdded", "Added", "NotAdded", "Added");
        assertThat(((NotAdded) outcomes.get(1)).cause())
                .isInstanceOf(WrongTypeException.class)
                .hasMessageContaining(text);
        assertThat(((NotAdded) outcomes.get(3)).cause()).isExactlyInstanceOf(RedisStreamException.class);
        assertThat(ContractFixture.values(client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10)))
                .containsExactly("0", "2", "4");
        client().ping();
    }

    @Test
    default void doesNotKnowOfAnyEntryOnceTheConnectionIsLost() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofMillis(300), clientName())) {
            client.ping();
            server.freeze();

            List<AddOutcome> outcomes = client.addAll(numbered("s", 1_500));

            assertThat(outcomes)
                    .hasSize(1_500)
                    .allSatisfy(outcome ->
                            assertThat(((Unknown) outcome).cause()).isInstanceOf(ConnectionLostException.class));
        }
    }

    @Test
    default void saysOfEachEntryThatTheServerIsNotThere() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(1), clientName())) {
            server.stop();

            assertThat(client.addAll(numbered("s", 3)))
                    .hasSize(3)
                    .allSatisfy(outcome ->
                            assertThat(((NotAdded) outcome).cause()).isInstanceOf(NoConnectionException.class));
        }
    }

    private static List<AddEntry> numbered(String streamKey, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry(streamKey, Integer.toString(i)))
                .toList();
    }

    private static AddEntry entry(String streamKey, String value) {
        return new AddEntry(streamKey, Map.of("n", value), Trim.NONE);
    }
}
