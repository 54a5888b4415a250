package io.gort.camel.streams.examples.heatmap.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnEntriesTest {

    private static final String STREAM = "liquidations:binance:BTCUSDT";

    private final OwnEntries entries = new OwnEntries();

    @Test
    void countsOnlyWhatThisRunPublished() {
        entries.published(STREAM, id(1));
        entries.handled(STREAM, "1-0");
        entries.handled(STREAM, "2-0");
        entries.deadLettered("liquidations:okx:BTCUSDT", id(1));

        assertThat(entries.counts()).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void knowsEntriesThatWereSettledBeforeTheirPublisherHeardOfThem() {
        entries.handled(STREAM, "1-0");
        entries.deadLettered(STREAM, id(2));

        entries.published(STREAM, id(1));
        entries.published(STREAM, id(2));

        assertThat(entries.counts()).isEqualTo(new Counts(2, 1, 1));
        assertThat(entries.counts().outstanding()).isZero();
    }

    @Test
    void settlesEachEntryOnce() {
        entries.published(STREAM, id(1));

        entries.handled(STREAM, "1-0");
        entries.handled(STREAM, "1-0");
        entries.deadLettered(STREAM, id(1));

        assertThat(entries.counts()).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void isAheadFromTheOldestUnsettledEntryOn() {
        for (int i = 1; i <= 10; i++) {
            entries.published(STREAM, id(i));
        }
        assertThat(entries.ahead(STREAM)).isEqualTo(10);

        for (int i = 2; i <= 10; i++) {
            entries.handled(STREAM, i + "-0");
        }
        assertThat(entries.ahead(STREAM)).isEqualTo(10);

        entries.handled(STREAM, "1-0");
        assertThat(entries.ahead(STREAM)).isZero();
    }

    /** The group has delivered up to 50-0, the stream begins at 20-0, 30-0 is missing, 40-0 is pending. */
    @ParameterizedTest
    @CsvSource({
        "10, false, TRIMMED",
        "30, false, LOST",
        "40, false, PENDING",
        "45, false, LOST",
        "45, true,  HANDLED_BY_OTHERS",
        "60, false, PENDING",
    })
    void findsOutWhatBecameOfUnsettledEntries(long millis, boolean otherMembers, Fate fate) {
        StreamFacts facts =
                new StreamFacts(id(20), id(50), otherMembers, Set.of(id(20), id(40), id(45), id(60)), Set.of(id(40)));

        assertThat(Fate.of(id(millis), facts)).isEqualTo(fate);
    }

    @Test
    void takesAnEmptiedStreamForTrimmed() {
        StreamFacts facts = new StreamFacts(null, EntryId.ZERO, false, Set.of(), Set.of());

        assertThat(Fate.of(id(1), facts)).isEqualTo(Fate.TRIMMED);
    }

    @Test
    void saysWhetherTheTallyIsBalanced() {
        Tally balanced = new Tally(10, 5, 0, 2, 2, 1);
        Tally short1 = new Tally(10, 5, 0, 2, 2, 0);

        assertThat(balanced.isBalanced()).isTrue();
        assertThat(last(balanced.lines())).contains("everything is accounted for");
        assertThat(short1.isBalanced()).isFalse();
        assertThat(last(short1.lines())).contains("1 of 10 entries are not accounted for");
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    private static EntryId id(long millis) {
        return new EntryId(millis, 0);
    }
}
