package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** How streams are cut, and read from their end. */
interface CuttingContract extends ContractFixture {

    @Test
    default void givesARangeFromItsEnd() {
        String streamKey = key("s");
        List<EntryId> ids = addMany(streamKey, 5);

        assertThat(client().reverseRange(streamKey, ids.get(1), ids.get(3), 10))
                .extracting(StreamEntry::id)
                .containsExactly(ids.get(3), ids.get(2), ids.get(1));
        assertThat(client().reverseRange(streamKey, EntryId.ZERO, EntryId.MAX, 2))
                .extracting(StreamEntry::id)
                .containsExactly(ids.get(4), ids.get(3));
        assertThat(client().reverseRange(key("absent"), EntryId.ZERO, EntryId.MAX, 2))
                .isEmpty();
    }

    @Test
    default void cutsToALength() {
        String streamKey = key("s");
        List<EntryId> ids = addMany(streamKey, 5);

        assertThat(client().trim(streamKey, new Trim.ToLength(2, true))).isEqualTo(3);

        assertThat(idsOf(streamKey)).containsExactly(ids.get(3), ids.get(4));
        assertThat(client().trim(streamKey, new Trim.ToLength(2, true))).isZero();
        assertThat(client().trim(streamKey, Trim.NONE)).isZero();
        assertThat(client().trim(key("absent"), new Trim.ToLength(2, true))).isZero();
    }

    @Test
    default void cutsUpToAnEntry() {
        String streamKey = key("s");
        List<EntryId> ids = addMany(streamKey, 5);

        assertThat(client().trim(streamKey, new Trim.ToId(ids.get(2), true))).isEqualTo(2);

        assertThat(idsOf(streamKey)).containsExactly(ids.get(2), ids.get(3), ids.get(4));
    }

    @Test
    default void cutsToAnAge() {
        String streamKey = key("s");
        long now = System.currentTimeMillis();
        outside().xadd(streamKey, new StreamEntryID(now - 3_600_000, 0), Map.of("n", "old"));
        EntryId young = add(streamKey, "young");

        assertThat(client().trim(streamKey, new Trim.ToAge(Duration.ofMinutes(30), true)))
                .isEqualTo(1);

        assertThat(idsOf(streamKey)).containsExactly(young);
    }

    @Test
    default void cutsAboutThereHoweverMuchThereIs() {
        String streamKey = key("s");
        outside()
                .eval(
                        "for i = 1, 30000 do redis.call('XADD', KEYS[1], i .. '-0', 'n', i) end",
                        List.of(streamKey),
                        List.of());

        long cut = client().trim(streamKey, new Trim.ToId(new EntryId(25_001, 0), false));

        assertThat(cut).isBetween(24_800L, 25_000L);
        assertThat(client().length(streamKey)).isEqualTo(30_000 - cut);
        assertThat(client().trim(streamKey, new Trim.ToLength(1_000, false))).isBetween(1L, 4_200L);
    }

    @Test
    default void cutsNothingButStreams() {
        holdsText(key("text"));

        assertThatThrownBy(() -> client().trim(key("text"), new Trim.ToLength(1, true)))
                .isInstanceOf(WrongTypeException.class);
        assertThatThrownBy(() -> client().reverseRange(key("text"), EntryId.ZERO, EntryId.MAX, 1))
                .isInstanceOf(WrongTypeException.class);
    }
}
