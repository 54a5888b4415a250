package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.MEMBER;
import static io.gort.camel.streams.consumer.Samples.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaleEntrySearchTest {

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeStreamClient client = new FakeStreamClient();
    private final HandClock clock = new HandClock();
    private final List<String> taken = new ArrayList<>();
    private final Set<String> stuck = new HashSet<>();
    private int room = 1_000;
    private StaleEntrySearch search = search("s");

    private StaleEntrySearch search(String... streams) {
        PendingEntryTaker taker = new PendingEntryTaker(
                MEMBER, Duration.ofMinutes(1), client, new EntryLedger(), new ConsumerCounters(), claimed -> {
                    for (Claimed one : claimed) {
                        taken.add(one.entry().streamKey() + "/" + one.entry().id());
                    }
                    room -= claimed.size();
                    return true;
                });
        return new StaleEntrySearch(
                new StreamSet(List.of(streams), client, clock, (message, cause) -> {}),
                streamKey -> !stuck.contains(streamKey),
                taker,
                INTERVAL,
                clock);
    }

    @BeforeEach
    void beginLater() {
        search.putOff();
    }

    private void letLie(int count) {
        for (int i = 1; i <= count; i++) {
            client.pending.put(Samples.id(i), pending(i, "other", Duration.ofMinutes(2), 1));
        }
    }

    @Test
    void takesNothingOfAStreamWhoseEntriesCannotBeAcknowledged() throws InterruptedException {
        letLie(1);
        search = search("s", "t");
        stuck.add("s");

        search.goOn(() -> room);

        assertThat(taken).containsExactly("t/1-0");
    }

    @Test
    void waitsForItsTime() throws InterruptedException {
        letLie(1);
        assertThat(search.until(LONG)).isEqualTo(INTERVAL);
        assertThat(search.until(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        search.goOn(() -> room);
        assertThat(taken).isEmpty();

        clock.advance(INTERVAL);
        assertThat(search.until(LONG)).isZero();
        search.goOn(() -> room);

        assertThat(taken).containsExactly("s/1-0");
        assertThat(search.until(LONG)).isEqualTo(INTERVAL);
    }

    @Test
    void goesOnPageAfterPageToTheEnd() throws InterruptedException {
        letLie(PendingEntryTaker.PAGE + 1);
        clock.advance(INTERVAL);

        search.goOn(() -> room);
        assertThat(taken).hasSize(PendingEntryTaker.PAGE);
        assertThat(search.until(LONG)).as("there is more").isZero();
        search.goOn(() -> room);

        assertThat(taken).hasSize(PendingEntryTaker.PAGE + 1);
        assertThat(search.until(LONG)).isEqualTo(INTERVAL);
    }

    @Test
    void takesNoMoreThanThereIsRoomFor() throws InterruptedException {
        letLie(5);
        room = 2;
        clock.advance(INTERVAL);

        search.goOn(() -> room);
        search.goOn(() -> room);

        assertThat(taken).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void leavesOutAStreamThatRefuses() throws InterruptedException {
        search = search("bad", "s");
        letLie(1);
        client.failures.put("bad", Samples.wrongType());

        search.goOn(() -> room);

        assertThat(taken).containsExactly("s/1-0");
        assertThat(search.until(LONG)).isEqualTo(INTERVAL);
    }
}
