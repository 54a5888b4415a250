package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractMap.SimpleEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0-0", "1526919030474-55", "18446744073709551615-18446744073709551615", "9223372036854775808-1"})
    void readsEntryIds(String text) {
        assertThat(Replies.id(bytes(text))).isEqualTo(EntryId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-1", "1-y", "1-2-3", " 1-1"})
    void refusesWhatIsNoEntryId(String text) {
        assertThatThrownBy(() -> Replies.id(bytes(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void readsTextsAndNumbersAsTexts() {
        assertThat(Replies.texts(List.of(bytes("ä"), 7L))).containsExactly("ä", "7");
        assertThat(Replies.texts(null)).isEmpty();
    }

    @Test
    void readsTheEntriesOfEachStreamInTurn() {
        Object reply = List.of(
                List.of(bytes("a"), List.of(entry("1-0", "f", "1"), entry("2-0", "f", "2"))),
                List.of(bytes("b"), List.of(entry("1-0", "g", "3"))));

        assertThat(Replies.entriesOfStreams(reply))
                .containsExactly(
                        new StreamEntry("a", new EntryId(1, 0), Map.of("f", "1")),
                        new StreamEntry("a", new EntryId(2, 0), Map.of("f", "2")),
                        new StreamEntry("b", new EntryId(1, 0), Map.of("g", "3")));
    }

    @Test
    void readsTheEntriesOfEachStreamAsResp3TellsThem() {
        Object reply = List.of(new SimpleEntry<>(bytes("a"), List.of(entry("1-0", "f", "1"))));

        assertThat(Replies.entriesOfStreams(reply))
                .containsExactly(new StreamEntry("a", new EntryId(1, 0), Map.of("f", "1")));
    }

    @Test
    void readsNothingAsNoEntries() {
        assertThat(Replies.entriesOfStreams(null)).isEmpty();
        assertThat(Replies.entries("a", null)).isEmpty();
    }

    @Test
    void passesOverEntriesThatWereTrimmed() {
        Object reply = Arrays.asList(null, Arrays.asList(bytes("1-0"), null), entry("2-0", "f", "1"));

        assertThat(Replies.entries("a", reply)).extracting(StreamEntry::id).containsExactly(new EntryId(2, 0));
    }

    @Test
    void keepsTheOrderOfFieldsAndTheLastOfTwoValues() {
        Object reply = List.of(entry("1-0", "z", "1", "a", "2", "z", "3"));

        assertThat(Replies.entries("a", reply).get(0).fields())
                .containsExactly(Map.entry("z", "3"), Map.entry("a", "2"));
    }

    @Test
    void readsWhatTheServerTellsAboutAStream() {
        List<Object> reply = List.of(
                bytes("length"),
                2L,
                bytes("radix-tree-keys"),
                1L,
                bytes("last-generated-id"),
                bytes("5-0"),
                bytes("groups"),
                3L,
                bytes("first-entry"),
                entry("4-0", "f", "1"));

        assertThat(InfoReplies.streamInfo(reply)).isEqualTo(new StreamInfo(2, new EntryId(5, 0), new EntryId(4, 0), 3));
    }

    @Test
    void readsWhatTheServerTellsAboutGroups() {
        List<Object> reply = List.of(
                Arrays.asList(
                        bytes("name"),
                        bytes("g"),
                        bytes("consumers"),
                        1L,
                        bytes("pending"),
                        2L,
                        bytes("last-delivered-id"),
                        bytes("5-0"),
                        bytes("lag"),
                        null),
                Arrays.asList(
                        bytes("name"),
                        bytes("before-redis-7"),
                        bytes("consumers"),
                        1L,
                        bytes("pending"),
                        2L,
                        bytes("last-delivered-id"),
                        bytes("5-0")));

        assertThat(InfoReplies.groups(reply))
                .containsExactly(
                        new GroupInfo("g", 1, 2, new EntryId(5, 0), null),
                        new GroupInfo("before-redis-7", 1, 2, new EntryId(5, 0), null));
    }

    @Test
    void readsPendingEntries() {
        List<Object> reply = List.of(List.of(bytes("1-0"), bytes("alice"), 1500L, 3L));

        assertThat(InfoReplies.pending(reply))
                .containsExactly(new PendingEntry(new EntryId(1, 0), "alice", Duration.ofMillis(1500), 3));
    }

    private static List<Object> entry(String id, String... fieldsAndValues) {
        return List.of(
                bytes(id),
                Arrays.stream(fieldsAndValues).map(RepliesTest::bytes).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
