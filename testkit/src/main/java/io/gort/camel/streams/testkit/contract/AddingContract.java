package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How single entries are added. */
interface AddingContract extends ContractFixture {

    @Test
    default void addsAnEntryAndGivesItsId() {
        String streamKey = key("s");

        EntryId id = add(streamKey, "1");

        assertThat(client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10))
                .containsExactly(new StreamEntry(streamKey, id, Map.of("n", "1")));
    }

    @Test
    default void keepsTheOrderOfFields() {
        String streamKey = key("s");
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : List.of("z", "a", "m", "b")) {
            fields.put(name, name + "-value");
        }

        client().add(new AddEntry(streamKey, fields, Trim.NONE));

        assertThat(only(streamKey).fields()).containsExactlyEntriesOf(fields);
    }

    @Test
    default void usesTheIdThatIsGiven() {
        String streamKey = key("s");
        EntryId id = new EntryId(7, 3);

        assertThat(client().add(new AddEntry(streamKey, Map.of("n", "1"), id, Trim.NONE, true)))
                .isEqualTo(id);

        assertThat(only(streamKey).id()).isEqualTo(id);
    }

    @Test
    default void knowsIdsAboveTheSignedNumbers() {
        String streamKey = key("s");
        EntryId id = EntryId.MAX.previous();

        client().add(new AddEntry(streamKey, Map.of("n", "1"), id, Trim.NONE, true));

        assertThat(only(streamKey).id()).isEqualTo(id);
    }

    @Test
    default void refusesAnIdThatIsNotTheLargest() {
        String streamKey = key("s");
        add(streamKey, "1");

        assertThatThrownBy(() ->
                        client().add(new AddEntry(streamKey, Map.of("n", "2"), new EntryId(1, 1), Trim.NONE, true)))
                .isExactlyInstanceOf(RedisStreamException.class)
                .hasMessageContaining("XADD " + streamKey);
    }

    @Test
    default void keepsUnicodeKeysFieldsAndValues() {
        String streamKey = key("ключ:鍵:🔑 with space");

        client().add(new AddEntry(streamKey, Map.of("поле", "값 🙂\u0000\r\n"), Trim.NONE));

        StreamEntry entry = only(streamKey);
        assertThat(entry.streamKey()).isEqualTo(streamKey);
        assertThat(entry.fields()).containsExactly(Map.entry("поле", "값 🙂\u0000\r\n"));
    }

    @Test
    default void keepsEmptyFieldsAndValues() {
        String streamKey = key("s");

        client().add(new AddEntry(streamKey, Map.of("", ""), Trim.NONE));

        assertThat(only(streamKey).fields()).containsExactly(Map.entry("", ""));
    }

    @Test
    default void carriesAValueOfTenMegabytes() {
        String streamKey = key("s");
        String value = "ten bytes ".repeat(1 << 20);

        client().add(new AddEntry(streamKey, Map.of("n", value), Trim.NONE));

        assertThat(only(streamKey).fields().get("n")).isEqualTo(value);
    }

    @Test
    default void carriesTenThousandFields() {
        String streamKey = key("s");
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            fields.put("f" + i, "v" + i);
        }

        client().add(new AddEntry(streamKey, fields, Trim.NONE));

        assertThat(only(streamKey).fields()).containsExactlyEntriesOf(fields);
    }

    @Test
    default void makesNoStreamUnlessAllowed() {
        String streamKey = key("s");

        assertThatThrownBy(() -> client().add(new AddEntry(streamKey, Map.of("n", "1"), null, Trim.NONE, false)))
                .isExactlyInstanceOf(RedisStreamException.class)
                .hasMessageContaining(streamKey);

        assertThat(outside().exists(streamKey)).isFalse();
    }

    @Test
    default void cutsExactlyToALength() {
        String streamKey = key("s");
        addMany(streamKey, 5);

        client().add(new AddEntry(streamKey, Map.of("n", "5"), new Trim.ToLength(3, true)));

        assertThat(ContractFixture.values(client().range(streamKey, EntryId.ZERO, EntryId.MAX, 10)))
                .containsExactly("3", "4", "5");
    }

    @Test
    default void cutsToAboutALength() {
        String streamKey = key("s");

        for (int i = 0; i < 1_000; i++) {
            client().add(new AddEntry(streamKey, Map.of("n", "1"), Trim.toAbout(100)));
        }

        assertThat(client().length(streamKey)).isBetween(100L, 300L);
    }

    @Test
    default void cutsWhatIsTooOld() {
        String streamKey = key("s");
        long now = System.currentTimeMillis();
        EntryId old = new EntryId(now - 7_200_000, 0);
        EntryId young = new EntryId(now - 1_800_000, 0);
        client().add(new AddEntry(streamKey, Map.of("n", "old"), old, Trim.NONE, true));
        client().add(new AddEntry(streamKey, Map.of("n", "young"), young, Trim.NONE, true));

        EntryId added =
                client().add(new AddEntry(streamKey, Map.of("n", "new"), new Trim.ToAge(Duration.ofHours(1), true)));

        assertThat(idsOf(streamKey)).containsExactly(young, added);
    }

    @Test
    default void addsNothingToAKeyThatIsNoStream() {
        String streamKey = key("text");
        holdsText(streamKey);

        assertThatThrownBy(() -> add(streamKey, "1"))
                .isInstanceOf(WrongTypeException.class)
                .hasMessageContaining("XADD " + streamKey);
    }

    private StreamEntry only(String streamKey) {
        List<StreamEntry> entries = client().range(streamKey, EntryId.ZERO, EntryId.MAX, 2);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
