package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdOrTimeTest {

    private static final String LAST = "-18446744073709551615";

    @ParameterizedTest
    @CsvSource({
        "5-3,                       5-3,    5-3,          5-3",
        "0-1,                       0-1,    0-1,          0-1",
        "5000,                      5000-0, 5000" + LAST + ", 4999" + LAST,
        "0,                         0-0,    0" + LAST + ",    0-0",
        "1970-01-01T00:00:05Z,      5000-0, 5000" + LAST + ", 4999" + LAST,
        "1970-01-01T01:00:05+01:00, 5000-0, 5000" + LAST + ", 4999" + LAST
    })
    void readsATextAsIdOrTime(String text, String first, String last, String start) {
        IdOrTime place = IdOrTime.of("from", text);

        assertThat(place.first()).hasToString(first);
        assertThat(place.last()).hasToString(last);
        assertThat(place.start().position()).isEqualTo(start);
    }

    @Test
    void readsIdsTimesAndNumbers() {
        assertThat(IdOrTime.of("from", new EntryId(5, 3))).isEqualTo(IdOrTime.of("from", "5-3"));
        assertThat(IdOrTime.of("from", Instant.ofEpochMilli(5))).isEqualTo(IdOrTime.of("from", "5"));
        assertThat(IdOrTime.of("from", new Date(5))).isEqualTo(IdOrTime.of("from", "5"));
        assertThat(IdOrTime.of("from", 5L)).isEqualTo(IdOrTime.of("from", "5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "-5",
                "5-",
                "5-a",
                "2025-09-04",
                "2025-09-04T12:00:00",
                "99999999999999999999",
                "1960-01-01T00:00:00Z"
            })
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> IdOrTime.of("from", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "from: " + text + " (expected: an entry id, a time such as 2025-09-04T12:00:00Z, or a number"
                                + " of milliseconds since 1970)");
    }
}
