package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecreatePositionTest {

    @ParameterizedTest
    @CsvSource({
        "    ,    , 9-0, 0-0",
        "    , 5-0, 9-0, 5-0",
        "    , 9-0, 9-0, 9-0",
        " 7-3,    , 9-0, 7-2",
        " 7-3, 5-0, 9-0, 7-2",
        " 3-1, 5-0, 9-0, 3-0",
        " 7-0,    , 9-0, 6-18446744073709551615",
        " 0-1,    , 9-0, 0-0",
        "    , 9-1, 9-0, 0-0",
        " 9-2, 5-0, 9-0, 0-0",
        " 9-1, 5-0, 9-0, 9-0",
        " 7-3, 5-0, 0-0, 0-0"
    })
    void beginsWhereNothingIsSkipped(
            String smallestUnacknowledged, String highestAcknowledged, String lastGenerated, String expected) {
        EntryId position =
                RecreatePosition.of(idOf(smallestUnacknowledged), idOf(highestAcknowledged), idOf(lastGenerated));

        assertThat(position).hasToString(expected);
    }

    private static EntryId idOf(String text) {
        return text == null ? null : EntryId.parse(text);
    }
}
