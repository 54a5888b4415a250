package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.consumer.LogLines;
import io.gort.camel.streams.entry.AddOutcome.Added;
import io.gort.camel.streams.entry.AddOutcome.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of entries that are not added at the first try. */
class PublisherRetryTest extends PublisherScene {

    @Test
    void tellsOfEachEntryWhatBecameOfIt() {
        client.failing.put("b", NO_STREAM);
        Publication publication = publication("a/0", "b/1", "a/2");

        assertThat(publisher.publish(publication, () -> {})).isTrue();

        assertThat(publication.outcomes().get(0)).isInstanceOf(Added.class);
        assertThat(publication.outcomes().get(1)).isEqualTo(NO_STREAM);
        assertThat(publication.outcomes().get(2)).isInstanceOf(Added.class);
        assertThat(threads.timer.plannedAfterMillis).isEmpty();
    }

    @Test
    void triesAgainWhatMayPassAheadOfWhatCameLater() {
        client.failing.put("a", FULL);
        Publication publication = publication("a/0", "a/1", "b/2");
        assertThat(publisher.publish(publication, () -> completed.add("first"))).isFalse();
        publish("a/3");
        threads.run();
        client.failing.clear();

        threads.letTimePass();

        assertThat(client.pipelines).containsExactly(List.of("a/0", "a/1", "b/2"), List.of("a/0", "a/1", "a/3"));
        assertThat(publication.outcomes()).allMatch(Added.class::isInstance);
        assertThat(completed).containsExactly("first", "a/3");
    }

    @Test
    void waitsLongerBeforeEachTryAndThenFailsWithTheCause() {
        client.failing.put("a", FULL);
        Publication publication = publication("a/0");
        publisher.publish(publication, () -> completed.add("failed"));

        List<Long> waits = new ArrayList<>();
        while (completed.isEmpty()) {
            waits.addAll(threads.timer.plannedAfterMillis);
            threads.letTimePass();
        }

        assertThat(waits).containsExactly(100L, 200L);
        assertThat(client.pipelines).hasSize(3);
        assertThat(publication.outcomes()).containsExactly(FULL);
    }

    @Test
    void whatAnEarlierTryMayHaveAddedStaysUnknown() {
        client.failing.put("a", CUT);
        Publication publication = publication("a/0");
        publisher.publish(publication, () -> completed.add("failed"));
        client.failing.put("a", NO_STREAM);

        threads.letTimePass();

        assertThat(publication.outcomes()).containsExactly(new Unknown(NO_STREAM.cause()));
    }

    @Test
    void whatWasNeverSentIsKnownNotToBeThere() {
        client.failing.put("a", UNREACHABLE);
        Publication publication = publication("a/0");
        publisher.publish(publication, () -> completed.add("failed"));

        while (completed.isEmpty()) {
            threads.letTimePass();
        }

        assertThat(publication.outcomes()).containsExactly(UNREACHABLE);
    }

    @Test
    void aStreamInTroubleKeepsNoOtherWaiting() {
        client.failing.put("sick", CUT);
        publish("sick/0");

        assertThat(publish("well/1")).isFalse();
        assertThat(publish("sick/2")).isFalse();
        threads.run();

        assertThat(client.pipelines).containsExactly(List.of("sick/0"), List.of("well/1"));
        threads.letTimePass();
        assertThat(client.pipelines.get(2)).containsExactly("sick/0", "sick/2");
    }

    @Test
    void streamsInTroubleAreTriedApartFromTheOthers() {
        client.failing.put("sick", CUT);
        publish("sick/0");
        client.meanwhile.add(() -> {
            threads.timer.runPlanned(); // the pause of the sick stream ends while another pipeline is under way
            publish("well/2");
        });

        publish("well/1");
        threads.run();

        assertThat(client.pipelines)
                .containsExactlyInAnyOrder(List.of("sick/0"), List.of("well/1"), List.of("sick/0"), List.of("well/2"));
    }

    @Test
    void nobodyKnowsWhatAClientDidThatThrows() {
        RuntimeException odd = new IllegalStateException("odd");
        client.meanwhile.add(() -> {
            throw odd;
        });
        Publication publication = publication("a/0");

        assertThat(publisher.publish(publication, () -> {})).isTrue();

        assertThat(publication.outcomes()).containsExactly(new Unknown(odd));
        assertThat(publish("a/1")).isTrue();
    }

    @Test
    void tellsAnOutageOnceWhenItBeginsAndOnceWhenItIsOver() {
        try (LogLines log = new LogLines(EntrySender.class)) {
            client.failing.put("a", CUT);
            client.failing.put("b", CUT);
            publish("a/0", "b/1");
            threads.letTimePass();
            client.failing.remove("a");
            threads.letTimePass();
            publish("b/2");
            client.failing.clear();
            threads.letTimePass();

            assertThat(log.lines())
                    .containsExactly(
                            "WARN Publishing to here: cut - entries are tried again as often as maxRetries says",
                            "INFO Publishing to here: recovered");
        }
    }
}
