package io.gort.camel.streams.routes.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.StreamInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchLimitsTest {

    @ParameterizedTest
    @CsvSource({
        // length, first, delivered, lag, trimmed unread
        "10, 5-0, 4-0, 10, 0",
        "10, 5-0, 4-0, 13, 3",
        "10, 5-0, 5-0, 9,  0",
        "0,  ,    4-0, 3,  3",
        "0,  ,    4-0, 0,  0",
        "10, 5-0, 4-0, ,   0",
    })
    void countsWhatWasTrimmedBeforeItWasRead(long length, String first, String delivered, Long lag, long trimmed) {
        StreamInfo stream = new StreamInfo(length, new EntryId(99, 0), first == null ? null : EntryId.parse(first), 1);

        GroupSight sight = GroupSight.of("s", stream, new GroupInfo("g", 1, 0, EntryId.parse(delivered), lag), 0);

        assertThat(sight.trimmedUnread()).isEqualTo(trimmed);
    }

    @Test
    void tellsWhatGoesBeyondALimit() {
        WatchLimits limits = new WatchLimits(10, 20, 0);

        assertThat(limits.exceededBy(new GroupSight("s", "g", 10L, 20, 0, 0))).isEmpty();
        assertThat(limits.exceededBy(new GroupSight("s", "g", null, 20, 0, 0))).isEmpty();
        assertThat(limits.exceededBy(new GroupSight("s", "g", 11L, 21, 1, 1)).values())
                .containsExactly(
                        "group g of stream s: lag: 11 (expected: at most 10)",
                        "group g of stream s: pending: 21 (expected: at most 20)",
                        "group g of stream s: trimmed before read: 1 (expected: at most 0)",
                        "stream s: dead letters: 1 (expected: at most 0)");
    }
}
