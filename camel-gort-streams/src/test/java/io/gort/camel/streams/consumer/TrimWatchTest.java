package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.MEMBER;
import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.TrimmedUnread;
import io.gort.camel.streams.entry.UnreadCheck;
import io.gort.camel.streams.entry.UnreadCheck.Look;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.StreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrimWatchTest {

    private static final Look FIRST = new Look(EntryId.ZERO, false);
    private static final Look AGAIN = new Look(EntryId.ZERO, true);
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final HandClock clock = new HandClock();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final FakeReader reader = new FakeReader();
    private final LogLines log = new LogLines(TrimWatch.class);
    private final List<String> streams = new ArrayList<>(List.of("s", "t"));
    private final TrimWatch watch = new TrimWatch("g", INTERVAL, counters, () -> streams, clock);
    private StreamReader watched = watch.over(reader);

    @AfterEach
    void close() {
        log.close();
    }

    private Map<String, Look> read(String... keys) {
        watched.readNew(Acknowledgements.none("g"), MEMBER, List.of(keys), 2, Duration.ZERO);
        return reader.checks.get(reader.checks.size() - 1).streams();
    }

    private void readBringing(StreamEntry... entries) {
        reader.answers.add(() -> List.of(entries));
        read("s");
    }

    private void told(@Nullable Long count, long delivered, @Nullable Long next, @Nullable Long afterwards) {
        watch.checkAhead(List.of("s"));
        clock.advance(INTERVAL);
        watch.checkAhead(List.of("s"))
                .found(new TrimmedUnread(
                        "s",
                        count,
                        id(delivered),
                        next == null ? null : id(next),
                        afterwards == null ? null : id(afterwards)));
    }

    @Test
    void looksAheadOfTheFirstReadOfEachConnection() {
        assertThat(read("s", "t")).containsOnly(Map.entry("s", FIRST), Map.entry("t", FIRST));
        assertThat(read("s", "t")).isEmpty();

        watched = watch.over(reader);

        assertThat(read("s")).containsOnly(Map.entry("s", FIRST));
    }

    @Test
    void looksWhereMoreIsLeftFromWhatItWasGiven() {
        readBringing(entry(1), entry(2));
        assertThat(read("s", "t")).containsOnly(Map.entry("s", new Look(id(2), true)), Map.entry("t", FIRST));
        assertThat(read("s", "t")).isEmpty();
    }

    @Test
    void looksCloselyAfterAPauseAndNowAndThen() {
        read("s");
        clock.advance(TrimWatch.PAUSE);
        assertThat(read("s")).isEmpty();
        clock.advance(TrimWatch.PAUSE.plusMillis(1));
        assertThat(read("s")).containsOnly(Map.entry("s", AGAIN));

        for (Duration passed = Duration.ZERO; passed.compareTo(INTERVAL) < 0; passed = passed.plusMillis(10)) {
            assertThat(read("s")).isEmpty();
            clock.advance(Duration.ofMillis(10));
        }
        assertThat(read("s")).containsOnly(Map.entry("s", AGAIN));
    }

    @Test
    void looksForReadersThatAcknowledgeNothingToo() {
        watched.readUnacknowledged(MEMBER, List.of("s"), 2, Duration.ZERO);

        assertThat(reader.checks).last().extracting(UnreadCheck::streams).isEqualTo(Map.of("s", FIRST));
    }

    @Test
    void countsWhatIsFoundAndTellsIt() {
        told(5L, 3, 9L, null);

        assertThat(counters.trimmedUnread()).isEqualTo(5);
        assertThat(log.lines())
                .containsExactly("WARN Entries of stream s were trimmed or deleted before group g read them: 5. It"
                        + " had read to 3-0 and goes on at 9-0");
    }

    @Test
    void tellsWhatIsFoundShortlyAfterwardsTogether() {
        UnreadCheck check = watch.checkAhead(List.of("s"));
        check.found(new TrimmedUnread("s", 5L, id(3), id(9), null));
        check.found(new TrimmedUnread("s", 2L, id(10), id(13), null));
        check.found(new TrimmedUnread("s", 3L, id(14), null, null));
        assertThat(log.lines()).hasSize(1);

        clock.advance(TrimWatch.TELL_EVERY);
        read("s");
        read("s");

        assertThat(log.lines())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("read them: 5. It had read to 10-0 and goes on at what comes next");
        assertThat(counters.trimmedUnread()).isEqualTo(10);
    }

    @Test
    void tellsWhereTheServerCannotCountThatAnExpectedEntryIsGone() {
        told(null, 1, 2L, 4L);
        assertThat(log.lines()).isEmpty();

        told(null, 3, 9L, 11L);

        assertThat(counters.trimmedUnread()).isZero();
        assertThat(log.lines())
                .containsExactly("WARN Entries of stream s were trimmed or deleted before group g read them: the server"
                        + " cannot tell how many. It had read to 3-0 and goes on at 9-0");
    }

    @Test
    void saysNothingWhereTheServerCannotCountAndTheExpectedEntryIsThereOrWasRead() {
        told(null, 1, 2L, 4L);
        told(null, 3, 4L, 6L);
        told(null, 8, 20L, null);
        told(null, 20, null, null);
        told(0L, 20, null, null);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void tellsOnceThatItMayNotLook() {
        UnreadCheck check = watch.checkAhead(List.of("s"));
        check.refused("s", new PermissionDeniedException("NOPERM", null));
        check.refused("s", new PermissionDeniedException("NOPERM", null));
        check.refused("t", Samples.wrongType());

        assertThat(log.lines())
                .containsExactly(
                        "WARN Entries of stream s that are trimmed before group g reads them cannot be counted: NOPERM");
    }

    @Test
    void looksAsForTheFirstTimeAfterALookThatWasRefused() {
        read("s");
        reader.checks.get(0).refused("s", Samples.lost());
        clock.advance(INTERVAL);

        assertThat(read("s")).containsOnly(Map.entry("s", FIRST));
    }

    @Test
    void forgetsStreamsThatAreNoLongerRead() {
        readBringing(entry(1), entry(2));
        streams.remove("s");
        watched = watch.over(reader);
        streams.add("s");
        watched = watch.over(reader);

        assertThat(read("s")).containsOnly(Map.entry("s", FIRST));
    }
}
