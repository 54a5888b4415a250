package io.gort.camel.streams.routes.heatmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.trade.Side;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkTest {

    private static final String STREAM = "liquidations:okx:BTCUSDT";

    @ParameterizedTest
    @CsvSource({
        "0-0, 0-0, 0",
        "0-7, 0-0, 7",
        "0-8, 0-1, 0",
        "1-0, 0-0, 8",
        "7-7, 0-0, 63",
        "8-0, 1-0, 0",
        "1757000000003-20, 219625000000-2, 28",
        "18446744073709551615-18446744073709551615, 2305843009213693951-2305843009213693951, 63"
    })
    void sharesAFieldWithEntriesWhoseIdsAreClose(String id, String block, int place) {
        assertThat(Mark.of(entry(EntryId.parse(id)))).isEqualTo(new Mark(STREAM + "/" + block, place));
    }

    @Property
    void isAnotherOneForAnotherId(
            @ForAll @LongRange(max = 40) long millis,
            @ForAll @LongRange(max = 40) long sequence,
            @ForAll @LongRange(max = 40) long otherMillis,
            @ForAll @LongRange(max = 40) long otherSequence) {
        EntryId one = new EntryId(millis, sequence);
        EntryId other = new EntryId(otherMillis, otherSequence);

        assertThat(Mark.of(entry(one)).equals(Mark.of(entry(other)))).isEqualTo(one.equals(other));
    }

    @Test
    void comesAfterTheMarksOfEntriesThatWereAddedBefore() {
        EntryId one = new EntryId(8, 3);
        for (EntryId later : new EntryId[] {new EntryId(8, 4), new EntryId(9, 0), new EntryId(15, 2)}) {
            assertThat(Mark.of(entry(later)).place())
                    .isGreaterThan(Mark.of(entry(one)).place());
        }
    }

    @Test
    void ofContentIsTheSameForEveryEntryThatTellsIt() {
        assertThat(Mark.ofContent(entry(new EntryId(1, 0)))).isEqualTo(Mark.ofContent(entry(new EntryId(900, 5))));
    }

    private static LiquidationEntry entry(EntryId id) {
        return new LiquidationEntry(STREAM, id, Liquidations.event("okx", "BTCUSDT", 1, Side.SELL, "45000", "1"));
    }
}
