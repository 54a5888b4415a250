package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.InvalidEntryException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettererTest {

    private final FakeStreamClient client = new FakeStreamClient();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final LogLines log = new LogLines(DeadLetterer.class);
    private final DeadLetterer deadLetterer = new DeadLetterer(Samples.settings(3), client, counters, new HandClock());

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void writesALetterThatTellsWhereAndWhy() {
        boolean moved = deadLetterer.move(
                entry(7), 3, new RuntimeException("outer", new IllegalStateException("storage is full")));

        assertThat(moved).isTrue();
        DeadLetter letter = client.letters.get(0);
        assertThat(letter.entry()).isEqualTo(entry(7));
        assertThat(letter.group()).isEqualTo("g");
        assertThat(letter.deadLetterStream()).isEqualTo("dead-letter:{s}");
        assertThat(letter.length()).isEqualTo(100);
        assertThat(letter.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("dead_letter_reason", "failed"),
                        Map.entry("dead_letter_exception", "java.lang.IllegalStateException"),
                        Map.entry("dead_letter_message", "storage is full"),
                        Map.entry("dead_letter_stream", "s"),
                        Map.entry("dead_letter_entry_id", "7-0"),
                        Map.entry("dead_letter_group", "g"),
                        Map.entry("dead_letter_consumer", "me"),
                        Map.entry("dead_letter_delivery_count", "3"),
                        Map.entry("dead_letter_time", "1000000"),
                        Map.entry("dead_letter_origin", "route1")));
        assertThat(counters.deadLettered()).isOne();
    }

    @Test
    void warnsOnceAtTheStartOfADeadLetterStreamInAnotherSlot() {
        client.together = false;

        DeadLetterer apart = new DeadLetterer(Samples.settings(3), client, counters, new HandClock());
        apart.move(entry(7), 3, null);

        assertThat(log.lines())
                .containsExactly("WARN The dead-letter stream dead-letter:{s} lies in another cluster slot than s:"
                        + " an entry moved there may come twice");
    }

    @Test
    void warnsOfNoSlotsWhereNothingIsGivenUp() {
        client.together = false;

        DeadLetterer unused = new DeadLetterer(Samples.settings(0), client, counters, new HandClock());

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void tellsOfAnInvalidEntryItself() {
        InvalidEntryException invalid = new InvalidEntryException("entry", "price: x", new NumberFormatException("x"));

        deadLetterer.move(entry(7), 1, new RuntimeException("conversion", invalid));

        assertThat(client.letters.get(0).fields())
                .containsEntry("dead_letter_reason", "invalid")
                .containsEntry("dead_letter_exception", InvalidEntryException.class.getName())
                .containsEntry("dead_letter_message", "Invalid entry: price: x");
    }

    @Test
    void tellsNoExceptionOfAnEntryOverTheLimit() {
        deadLetterer.move(entry(7), 4, null);

        assertThat(client.letters.get(0).fields())
                .containsEntry("dead_letter_reason", "delivery-limit")
                .doesNotContainKeys("dead_letter_exception", "dead_letter_message");
    }

    @Test
    void boundsTheMessage() {
        deadLetterer.move(entry(7), 3, new RuntimeException("x".repeat(1_000_000)));

        assertThat(client.letters.get(0).fields().get("dead_letter_message"))
                .hasSize(2001)
                .endsWith("x…");
    }

    @Test
    void endsInACircleOfCauses() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));

        assertThat(deadLetterer.move(entry(7), 3, one)).isTrue();
        assertThat(client.letters.get(0).fields()).containsEntry("dead_letter_reason", "failed");
    }

    @Test
    void doesNotCountWhatSomebodyElseHasSettled() {
        client.isPending = false;

        assertThat(deadLetterer.move(entry(7), 3, null)).isTrue();
        assertThat(counters.deadLettered()).isZero();
    }

    @Test
    void warnsAndLeavesTheEntryPendingWhenTheMoveFails() {
        client.failures.put("s", Samples.lost());

        assertThat(deadLetterer.move(entry(7), 3, null)).isFalse();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("WARN Entry 7-0 of s stays pending in group g")
                .endsWith("gone");
    }

    @Test
    void warnsAndLeavesTheEntryPendingWhenThereIsNoNameForItsDeadLetterStream() {
        ConsumerSettings nameless = Samples.nameless(3);

        boolean moved = new DeadLetterer(nameless, client, counters, new HandClock()).move(entry(7), 3, null);

        assertThat(moved).isFalse();
        assertThat(log.lines()).singleElement().asString().endsWith("no name for s");
    }

    @Test
    void addsItsFieldsUnderAPrefixOfTheirOwn() {
        deadLetterer.move(entry(7), 3, new RuntimeException());

        List<String> names = List.copyOf(client.letters.get(0).fields().keySet());
        assertThat(names).allSatisfy(name -> assertThat(name).startsWith(DeadLetterFields.PREFIX));
        assertThat(client.letters.get(0).fields()).containsEntry("dead_letter_message", "null");
    }
}
