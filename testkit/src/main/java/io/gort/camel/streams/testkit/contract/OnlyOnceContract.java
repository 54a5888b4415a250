package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.OnlyOnce;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How entries are added that may be there only once. */
interface OnlyOnceContract extends ContractFixture {

    @Test
    default void addsAnEntryOnlyOnceAndGivesItsFirstIdEachTime() {
        String streamKey = key("s");

        EntryId first = client().add(once(streamKey, "1", "m"));
        EntryId again = client().add(once(streamKey, "1", "m"));

        assertThat(again).isEqualTo(first);
        assertThat(idsOf(streamKey)).containsExactly(first);
    }

    @Test
    default void addsEntriesWithOtherMarkers() {
        String streamKey = key("s");

        EntryId one = client().add(once(streamKey, "1", "m1"));
        EntryId other = client().add(once(streamKey, "1", "m2"));

        assertThat(idsOf(streamKey)).containsExactly(one, other);
    }

    @Test
    default void forgetsAnEntryAfterItsMarkersLifetime() {
        String streamKey = key("s");

        client().add(once(streamKey, "1", "m"));

        assertThat(outside().pttl(key("m"))).isBetween(1L, 60_000L);
    }

    @Test
    default void leavesNoMarkerOfAnEntryThatIsRefused() {
        String streamKey = key("text");
        holdsText(streamKey);

        assertThatThrownBy(() -> client().add(once(streamKey, "1", "m"))).isInstanceOf(WrongTypeException.class);

        assertThat(outside().exists(key("m"))).isFalse();
    }

    @Test
    default void leavesNoMarkerWhereThereIsNoStreamAndNoneMayBeMade() {
        String streamKey = key("s");
        OnlyOnce onlyOnce = new OnlyOnce(key("m"), Duration.ofMinutes(1));

        assertThatThrownBy(
                        () -> client().add(new AddEntry(streamKey, Map.of("n", "1"), null, Trim.NONE, false, onlyOnce)))
                .isExactlyInstanceOf(RedisStreamException.class)
                .hasMessageContaining(streamKey);

        assertThat(outside().exists(streamKey)).isFalse();
        assertThat(outside().exists(key("m"))).isFalse();
    }

    @Test
    default void knowsAnIdOnlyOnceAndTrimsAsAnyEntryDoes() {
        String streamKey = key("s");
        addMany(streamKey, 5);
        OnlyOnce onlyOnce = new OnlyOnce(key("m"), Duration.ofMinutes(1));

        EntryId added = client().add(new AddEntry(
                streamKey, Map.of("n", "5"), EntryId.MAX.previous(), new Trim.ToLength(2, true), true, onlyOnce));

        assertThat(added).isEqualTo(EntryId.MAX.previous());
        assertThat(ContractFixture.values(client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10)))
                .containsExactly("4", "5");
    }

    @Test
    default void addsManyOnceInOnePipelineToAServerThatHasForgottenTheScript() {
        String streamKey = key("s");
        List<AddEntry> entries = IntStream.range(0, 500)
                .mapToObj(i -> i % 3 == 0
                        ? new AddEntry(key("plain"), Map.of("n", Integer.toString(i)), Trim.NONE)
                        : once(streamKey, Integer.toString(i), "m" + i))
                .toList();
        outside().scriptFlush(streamKey);

        List<AddOutcome> first = client().addAll(entries);
        List<AddOutcome> second = client().addAll(entries);

        assertThat(first).hasSize(500).allMatch(AddOutcome.Added.class::isInstance);
        List<String> inOrder = IntStream.range(0, 500)
                .filter(i -> i % 3 != 0)
                .mapToObj(Integer::toString)
                .toList();
        assertThat(ContractFixture.values(client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10_000)))
                .isEqualTo(inOrder);
        assertThat(client().length(key("plain"))).isEqualTo(2 * 167);
        for (int i = 0; i < 500; i++) {
            assertThat(second.get(i).equals(first.get(i)))
                    .as("[%s] the same id", i)
                    .isEqualTo(i % 3 != 0);
        }
    }

    @Test
    default void takesAsManyFieldsAsItSaysAndNoMore() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < AddEntry.MOST_FIELDS_ONLY_ONCE; i++) {
            fields.put("f" + i, "v");
        }
        OnlyOnce onlyOnce = new OnlyOnce(key("m"), Duration.ofMinutes(1));

        client().add(new AddEntry(key("s"), fields, null, new Trim.ToLength(5, true), true, onlyOnce));
        fields.put("one more", "v");

        assertThatThrownBy(() -> new AddEntry(key("s"), fields, null, Trim.NONE, true, onlyOnce))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("fields: " + fields.size());
    }

    private AddEntry once(String streamKey, String value, String marker) {
        return new AddEntry(
                streamKey, Map.of("n", value), null, Trim.NONE, true, new OnlyOnce(key(marker), Duration.ofMinutes(1)));
    }
}
