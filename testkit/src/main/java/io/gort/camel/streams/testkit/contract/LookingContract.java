package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.WrongTypeException;
import io.gort.camel.streams.testkit.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How streams, groups and keys are looked at. */
interface LookingContract extends ContractFixture {

    @Test
    default void tellsAboutAStream() {
        String streamKey = streamWithGroup("s");
        List<EntryId> ids = addMany(streamKey, 3);

        assertThat(client().streamInfo(streamKey)).contains(new StreamInfo(3, ids.get(2), ids.get(0), 1));
        assertThat(client().length(streamKey)).isEqualTo(3);
    }

    @Test
    default void tellsAboutAStreamThatIsEmpty() {
        String streamKey = streamWithGroup("s");

        assertThat(client().streamInfo(streamKey)).contains(new StreamInfo(0, EntryId.ZERO, null, 1));
        assertThat(client().length(streamKey)).isZero();
    }

    @Test
    default void knowsNothingOfAStreamThatDoesNotExist() {
        assertThat(client().streamInfo(key("absent"))).isEmpty();
        assertThat(client().groups(key("absent"))).isEmpty();
        assertThat(client().length(key("absent"))).isZero();
        assertThat(client().range(key("absent"), EntryId.ZERO, EntryId.MAX, 10)).isEmpty();
    }

    @Test
    default void tellsThatAKeyHoldsSomethingElse() {
        String text = key("text");
        holdsText(text);

        assertThatThrownBy(() -> client().streamInfo(text)).isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().groups(text)).isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().length(text)).isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().range(text, EntryId.ZERO, EntryId.MAX, 1))
                .isInstanceOf(WrongTypeException.class);
        add(key("s"), "1");
        assertThatThrownBy(() -> client().get(key("s"))).isInstanceOf(WrongTypeException.class);
    }

    @Test
    default void tellsAboutGroups() {
        String streamKey = streamWithGroup("s");
        assertThat(client().groups(key("s"))).hasSize(1);
        List<EntryId> ids = addMany(streamKey, 5);
        deliver(streamKey, ALICE, 1);
        deliver(streamKey, BOB, 1);

        assertThat(client().groups(streamKey)).singleElement().satisfies(group -> {
            assertThat(group.name()).isEqualTo(GROUP);
            assertThat(group.consumers()).isEqualTo(2);
            assertThat(group.pending()).isEqualTo(2);
            assertThat(group.lastDeliveredId()).isEqualTo(ids.get(1));
            assertThat(group.lag()).isIn(3L, null); // before Redis 7 nobody knows
        });
    }

    @Test
    default void hasNoGroupsOnAStreamWithout() {
        add(key("s"), "1");

        assertThat(client().groups(key("s"))).isEqualTo(List.<GroupInfo>of());
    }

    @Test
    default void givesARangeWithBothEnds() {
        String streamKey = key("s");
        List<EntryId> ids = addMany(streamKey, 5);

        assertThat(client().range(streamKey, ids.get(1), ids.get(3), 10))
                .extracting(StreamEntry::id)
                .containsExactly(ids.get(1), ids.get(2), ids.get(3));
        assertThat(client().range(streamKey, ids.get(1), EntryId.MAX, 2))
                .extracting(StreamEntry::id)
                .containsExactly(ids.get(1), ids.get(2));
        assertThat(client().range(streamKey, ids.get(3), ids.get(1), 10)).isEmpty();
    }

    @Test
    default void findsStreamsByPattern() {
        List<String> streams =
                IntStream.range(0, 50).mapToObj(i -> key("a:" + i + ":z")).toList();
        streams.forEach(streamKey -> add(streamKey, "1"));
        add(key("b:1:z"), "1");
        holdsText(key("a:text:z"));

        assertThat(client().streamKeys(key("a:*:z"))).containsExactlyInAnyOrderElementsOf(streams);
        assertThat(client().streamKeys(key("a:7:z"))).containsExactly(key("a:7:z"));
        assertThat(client().streamKeys(key("nothing:*"))).isEmpty();
    }

    @Test
    default void takesNothingButTheStarForSpecial() {
        List<String> odd = List.of(key("a?c"), key("a[bc]c"), key("a\\c"), key("a{b}c"), key("a^-]c"));
        odd.forEach(streamKey -> add(streamKey, "1"));
        add(key("abc"), "1");

        for (String streamKey : odd) {
            assertThat(client().streamKeys(streamKey)).containsExactly(streamKey);
        }
        assertThat(client().streamKeys(key("a[*"))).containsExactly(key("a[bc]c"));
    }

    @Test
    default void putsAndGetsAValueUntilItsLifetimeEnds() {
        String key = key("cache");

        client().put(key, "{\"é\": 1}", Duration.ofMinutes(1));

        assertThat(client().get(key)).contains("{\"é\": 1}");
        assertThat(outside().pttl(key)).isBetween(1L, 60_000L);
        client().put(key, "short", Duration.ofMillis(50));
        Eventually.holds("forgotten", () -> client().get(key).equals(Optional.empty()));
    }

    @Test
    default void getsNothingFromAKeyThatDoesNotExist() {
        assertThat(client().get(key("absent"))).isEmpty();
    }

    @Test
    default void findsTextsByPattern() {
        holdsText(key("done:1"));
        holdsText(key("done:2"));
        holdsText(key("other:1"));
        add(key("done:s"), "1");

        assertThat(client().textKeys(key("done:*"))).containsExactlyInAnyOrder(key("done:1"), key("done:2"));
        assertThat(client().textKeys(key("nothing:*"))).isEmpty();
    }

    @Test
    default void removesKeysAndTellsHowManyThereWere() {
        holdsText(key("text"));
        add(key("s"), "1");

        assertThat(client().remove(List.of(key("text"), key("s"), key("absent"))))
                .isEqualTo(2);
        assertThat(client().remove(List.of())).isZero();
        assertThat(outside().exists(key("text"), key("s"))).isZero();
    }
}
