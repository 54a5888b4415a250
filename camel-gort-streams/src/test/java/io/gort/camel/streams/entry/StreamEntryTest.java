package io.gort.camel.streams.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StreamEntryTest {

    private static final EntryId ID = new EntryId(1, 1);

    @Test
    void keepsTheOrderOfTheFields() {
        Map<String, String> fields = StreamEntry.fieldsOf(new String[] {"b", "1", "a", "2"});

        assertThat(fields).containsExactly(entry("b", "1"), entry("a", "2"));
        assertThat(fields.get("a")).isEqualTo("2");
        assertThat(fields.get("c")).isNull();
        assertThat(fields.containsKey("c")).isFalse();
    }

    @Test
    void takesTheLastValueOfAFieldThatComesTwice() {
        assertThat(StreamEntry.fieldsOf(new String[] {"a", "1", "b", "2", "a", "3"}))
                .containsExactly(entry("a", "3"), entry("b", "2"));
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeOf() {
        Map<String, String> fields = new HashMap<>(Map.of("a", "1"));
        StreamEntry made = new StreamEntry("s", ID, fields);

        fields.put("a", "2");

        assertThat(made.fields()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void cannotBeChanged() {
        for (int size : new int[] {1, FewFields.MOST + 1}) {
            String[] texts =
                    IntStream.range(0, 2 * size).mapToObj(Integer::toString).toArray(String[]::new);
            Map<String, String> fields = new StreamEntry("s", ID, StreamEntry.fieldsOf(texts)).fields();

            assertThatThrownBy(() -> fields.put("a", "2")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> fields.remove("0")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> fields.entrySet().iterator().next().setValue("2"))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Property(tries = 300)
    void holdsWhatAnOrdinaryMapWould(
            @ForAll @Size(max = 50) List<@AlphaChars @StringLength(max = 2) String> names, @ForAll String value) {
        String[] texts =
                names.stream().flatMap(name -> Stream.of(name, value + name)).toArray(String[]::new);
        Map<String, String> ordinary = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            ordinary.put(texts[i], texts[i + 1]);
        }

        Map<String, String> fields = StreamEntry.fieldsOf(texts);

        assertThat(fields).isEqualTo(ordinary).hasSameHashCodeAs(ordinary);
        assertThat(fields.keySet()).containsExactlyElementsOf(ordinary.keySet());
        assertThat(fields.values()).containsExactlyElementsOf(ordinary.values());
    }
}
