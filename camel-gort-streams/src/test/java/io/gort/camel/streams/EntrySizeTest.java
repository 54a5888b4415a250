package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.InvalidEntryException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntrySizeTest {

    private final EntrySize size = new EntrySize(100);

    @Test
    void letsThroughWhatIsNotTooLarge() {
        assertThatCode(() -> size.check(Map.of("a", "x".repeat(99)))).doesNotThrowAnyException();
        assertThatCode(() -> size.check(Map.of("ab", "龙".repeat(32), "c", "d"))).doesNotThrowAnyException();
    }

    @Test
    void namesTheLargestFieldOfWhatIsTooLarge() {
        assertThatThrownBy(() -> size.check(Map.of("price", "1", "note", "x".repeat(100))))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("maxEntrySize: 110 bytes, 104 of them in field note (expected: at most 100)");
    }

    @Test
    void countsBytesRatherThanCharacters() {
        assertThatThrownBy(() -> size.check(Map.of("a", "龙".repeat(34))))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("maxEntrySize: 103 bytes");
    }

    @Test
    void shortensNamesThatAreTooLong() {
        assertThatThrownBy(() -> size.check(Map.of("n".repeat(200), "1")))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("in field " + "n".repeat(100) + "... (");
    }
}
