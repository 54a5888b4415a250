package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gort.camel.streams.entry.Acknowledgements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcknowledgerTest {

    private final FakeStreamClient client = new FakeStreamClient();
    private final EntryLedger ledger = new EntryLedger();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final HandTimer timer = new HandTimer();
    private final Acknowledger acknowledger = new Acknowledger("g", client, ledger, counters, timer);

    @Test
    void plansOneFlushForManyEntries() {
        acknowledger.add("s", id(1));
        acknowledger.add("s", id(2));
        assertThat(timer.plannedAfterMillis).containsExactly(Acknowledger.FLUSH_AFTER.toMillis());

        timer.runPlanned();

        assertThat(client.calls).containsExactly("acknowledge s [1-0, 2-0]");
        assertThat(counters.acknowledged()).isEqualTo(2);
        assertThat(ledger.of("s").highestAcknowledged()).isEqualTo(id(2));
    }

    @Test
    void plansTheNextFlushAfterOneHasRun() {
        acknowledger.add("s", id(1));
        timer.runPlanned();

        acknowledger.add("s", id(2));

        assertThat(timer.plannedAfterMillis).hasSize(1);
    }

    @Test
    void keepsDueWhatCouldNotBeAcknowledged() {
        client.failures.put("s", Samples.lost());
        acknowledger.add("s", id(1));
        timer.runPlanned();
        assertThat(timer.plannedAfterMillis).containsExactly(500L);
        assertThat(ledger.of("s").isBusy(id(1))).isTrue();

        client.failures.clear();
        timer.runPlanned();

        assertThat(client.calls).containsExactly("acknowledge s [1-0]");
        assertThat(ledger.of("s").isBusy(id(1))).isFalse();
        assertThat(timer.plannedAfterMillis).isEmpty();
    }

    @Test
    void acknowledgesOtherStreamsWhenOneRefuses() {
        for (String streamKey : List.of("a", "b", "c", "d")) {
            acknowledger.add(streamKey, id(1));
        }
        client.failures.put("a", Samples.wrongType());
        client.failures.put("c", Samples.wrongType());

        acknowledger.flush();

        assertThat(client.calls).containsExactlyInAnyOrder("acknowledge b [1-0]", "acknowledge d [1-0]");
        assertThat(acknowledger.takeDue().idsByStream()).containsOnlyKeys("a", "c");
    }

    @Test
    void warnsOnceOfAStreamThatRefusesAndSaysWhenItIsOver() {
        try (LogLines log = new LogLines(AcknowledgementRefusals.class)) {
            client.failures.put("s", Samples.wrongType());
            acknowledger.add("s", id(1));
            acknowledger.flush();
            acknowledger.flush();
            assertThat(acknowledger.troubles()).isEqualTo(Map.of("s", "not acknowledged: not a stream"));
            assertThat(ledger.of("s").isBusy(id(1))).as("not to be run again").isTrue();

            client.failures.clear();
            acknowledger.flush();
            acknowledger.add("s", id(2));
            acknowledger.flush();

            assertThat(acknowledger.troubles()).isEmpty();
            assertThat(log.lines())
                    .containsExactly(
                            "WARN What is done of stream s stays pending in group g, and is not run again here; trying"
                                    + " on to acknowledge it: not a stream",
                            "INFO What is done of stream s is acknowledged again in group g");
        }
    }

    @Test
    void callsAnOutageNoRefusal() {
        client.failures.put("s", Samples.lost());
        acknowledger.add("s", id(1));

        acknowledger.flush();

        assertThat(acknowledger.troubles()).isEmpty();
    }

    @Test
    void triesNoOtherStreamOnALostConnection() {
        client.failures.put("a", Samples.lost());
        client.failures.put("b", Samples.lost());
        acknowledger.add("a", id(1));
        acknowledger.add("b", id(2));

        acknowledger.flush();

        assertThat(acknowledger.takeDue().idsByStream()).containsOnlyKeys("a", "b");
        assertThat(client.requests).isOne();
    }

    @Test
    void handsOutWhatIsDueOnce() {
        acknowledger.add("s", id(1));

        Acknowledgements taken = acknowledger.takeDue();

        assertThat(taken.group()).isEqualTo("g");
        assertThat(taken.idsByStream()).isEqualTo(Map.of("s", List.of(id(1))));
        assertThat(acknowledger.takeDue().idsByStream()).isEmpty();
    }

    @Test
    void takesBackOnlyWhatIsNotConfirmed() {
        acknowledger.add("a", id(1));
        acknowledger.add("b", id(2));
        Acknowledgements taken = acknowledger.takeDue();
        taken.confirm("a");

        acknowledger.giveBack(taken);

        assertThat(acknowledger.takeDue().idsByStream()).isEqualTo(Map.of("b", List.of(id(2))));
        assertThat(counters.acknowledged()).isOne();
    }

    @Test
    void staysDueWhenTheTimerHasStopped() {
        timer.refuse();

        assertThatCode(() -> acknowledger.add("s", id(1))).doesNotThrowAnyException();
        acknowledger.flush();

        assertThat(client.calls).containsExactly("acknowledge s [1-0]");
    }
}
