package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.consumer.LogLines;
import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome.Added;
import io.gort.camel.streams.entry.AddOutcome.NotAdded;
import io.gort.camel.streams.entry.AddOutcome.Unknown;
import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoConnectionException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final Unknown CUT = new Unknown(new ConnectionLostException("cut", null));
    private static final NotAdded UNREACHABLE = new NotAdded(new NoConnectionException("unreachable", null));
    private static final NotAdded FULL = new NotAdded(new ServerOutOfMemoryException("OOM", null));
    private static final NotAdded NO_STREAM = new NotAdded(new WrongTypeException("a text", null));

    private static final RetryRules RULES =
            new RetryRules(2, new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5), () -> 0));

    private final AddingClient client = new AddingClient();
    private final HandThreads threads = new HandThreads();
    private final List<String> completed = new ArrayList<>();
    private Publisher publisher = publisher(256, 1_000);

    @Test
    void callerDoesItsOwnRoundTripWhileNothingIsUnderWay() {
        Publication publication = publication("a/0", "b/1", "a/2");

        assertThat(publisher.publish(publication, () -> completed.add("never"))).isTrue();

        assertThat(client.pipelines).containsExactly(List.of("a/0", "b/1", "a/2"));
        assertThat(publication.outcomes()).hasSize(3).allMatch(Added.class::isInstance);
        assertThat(threads.senders).isEmpty();
        assertThat(threads.completers).isEmpty();
        assertThat(threads.timer.plannedAfterMillis).isEmpty();
        assertThat(completed).isEmpty();
    }

    @Test
    void whatArrivesMeanwhileGoesOutTogetherInTheNextPipeline() {
        client.meanwhile.add(() -> {
            assertThat(publish("b/1")).isFalse();
            assertThat(publish("a/2", "c/3")).isFalse();
            assertThat(publish("a/4")).isFalse();
        });

        publish("x/0");
        threads.run();

        assertThat(client.pipelines).containsExactly(List.of("x/0"), List.of("b/1", "a/2", "a/4", "c/3"));
        assertThat(completed).containsExactly("b/1", "a/4", "a/2 c/3");
    }

    @Test
    void whatArrivesBeforeTheSenderBeginsGoesAlong() {
        client.meanwhile.add(() -> publish("a/1"));
        publish("a/0");

        assertThat(publish("b/2")).isFalse();
        threads.run();

        assertThat(client.pipelines).containsExactly(List.of("a/0"), List.of("a/1", "b/2"));
    }

    @Test
    void afterwardsCallersDoTheirOwnRoundTripsAgain() {
        client.meanwhile.add(() -> publish("a/1"));
        publish("a/0");
        threads.run();

        assertThat(publish("a/2")).isTrue();
    }

    @Test
    void aPipelineHoldsNoMoreThanItMayAndTheRestFollowsInOrder() {
        publisher = publisher(3, 1_000);
        client.meanwhile.add(() -> {
            publish("a/1", "a/2", "b/3", "a/4", "a/5");
            publish("b/6");
        });

        publish("x/0");
        threads.run();

        assertThat(client.pipelines)
                .containsExactly(List.of("x/0"), List.of("a/1", "a/2", "a/4"), List.of("b/3", "b/6", "a/5"));
    }

    @Test
    void aPipelineHoldsNoMoreThanAMegabyteUnlessOneEntryDoes() {
        String large = "x".repeat(700_000);
        String huge = "x".repeat(2_000_000);
        client.meanwhile.add(() -> {
            for (String value : List.of("1", large, "2", huge, large)) {
                publisher.publish(new Publication(List.of(entry("a", value)), RULES), () -> {});
            }
        });

        publish("a/0");
        threads.run();

        assertThat(client.pipelines).extracting(List::size).containsExactly(1, 3, 1, 1);
    }

    @Test
    void aListThatIsTooLongForOnePipelineIsSentInSeveral() {
        publisher = publisher(2, 1_000);

        assertThat(publish("a/0", "a/1", "a/2")).isFalse();
        threads.run();

        assertThat(client.pipelines).containsExactly(List.of("a/0", "a/1"), List.of("a/2"));
        assertThat(completed).containsExactly("a/0 a/1 a/2");
    }

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
    void whatWaitsBehindASlowPipelineGetsAnotherWayButNeverPastItsOwnStream() {
        List<List<String>> sentMeanwhile = new ArrayList<>();
        client.meanwhile.add(() -> {
            publish("other/1");
            publish("slow/2");
            threads.letTimePass();
            sentMeanwhile.addAll(client.pipelines);
        });

        publish("slow/0");
        threads.run();

        assertThat(sentMeanwhile).containsExactly(List.of("slow/0"), List.of("other/1"));
        assertThat(client.pipelines.get(2)).containsExactly("slow/2");
    }

    @Test
    void aPipelineThatIsOnlyNewIsNotSlow() {
        List<List<String>> sentMeanwhile = new ArrayList<>();
        client.meanwhile.add(() -> publish("b/1"));
        client.meanwhile.add(() -> {
            publish("c/2");
            threads.timer.runPlanned(); // planned during the pipeline before
            assertThat(threads.senders).isEmpty();
            sentMeanwhile.addAll(client.pipelines);
        });

        publish("a/0");
        threads.run();

        assertThat(sentMeanwhile).containsExactly(List.of("a/0"), List.of("b/1"));
        assertThat(client.pipelines.get(2)).containsExactly("c/2");
    }

    @Test
    void opensNoMoreWaysThanItMay() {
        client.meanwhile.add(() -> slowly("b/1"));
        client.meanwhile.add(() -> slowly("c/2"));

        publish("a/0");
        threads.run();

        assertThat(client.pipelines).containsExactly(List.of("a/0"), List.of("b/1"), List.of("c/2"));
        assertThat(completed).containsExactly("b/1", "c/2");
    }

    private void slowly(String next) {
        publish(next);
        threads.timer.runPlanned();
        if (client.pipelines.size() == 2) { // both ways are busy
            assertThat(threads.senders).isEmpty();
        }
        while (!threads.senders.isEmpty()) {
            threads.senders.remove().run();
        }
    }

    @Test
    void refusesWhatFindsNoRoomInTimeAndSendsNothingOfIt() {
        publisher = publisher(256, 2);
        client.meanwhile.add(() -> {
            publish("a/1", "a/2");
            assertThatThrownBy(() -> publish("a/3"))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("maxQueued: 2")
                    .hasMessageContaining("queueTimeout: PT0.001S");
        });

        publish("a/0");
        threads.run();

        assertThat(client.pipelines).containsExactly(List.of("a/0"), List.of("a/1", "a/2"));
        client.meanwhile.add(() -> assertThat(publish("a/5")).isFalse());
        publish("a/4");
        threads.run();
        assertThat(completed).containsExactly("a/1 a/2", "a/5");
    }

    @Test
    void aListThatIsLongerThanTheRoomTakesAllOfIt() {
        publisher = publisher(2, 2);

        assertThat(publish("a/0", "a/1", "a/2")).isFalse();
        threads.run();

        assertThat(completed).containsExactly("a/0 a/1 a/2");
    }

    @Test
    void roomIsHeldUntilTheExchangeGoesOn() {
        publisher = publisher(256, 1);
        client.meanwhile.add(() -> publish("a/1"));
        publish("a/0");
        threads.senders.remove().run();
        client.meanwhile.add(
                () -> assertThatThrownBy(() -> publish("b/3")).isInstanceOf(RejectedExecutionException.class));

        publish("a/2");
        threads.run();

        assertThat(completed).containsExactly("a/1");
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
    void closedItTakesNothingMore() {
        assertThat(publisher.close(Duration.ofSeconds(10))).isTrue();

        assertThatThrownBy(() -> publish("a/0")).isInstanceOf(RejectedExecutionException.class);

        assertThat(client.pipelines).isEmpty();
    }

    @Test
    void closedItGivesUpWhatItCouldNotSendInTime() {
        client.failing.put("full", FULL);
        client.failing.put("cut", CUT);
        Publication publication = publication("full/0", "cut/1");
        publisher.publish(publication, () -> completed.add("failed"));

        assertThat(publisher.close(Duration.ZERO)).isFalse();
        threads.letTimePass();

        assertThat(completed).containsExactly("failed");
        assertThat(publication.outcomes().get(0))
                .isInstanceOfSatisfying(
                        NotAdded.class,
                        given -> assertThat(given.cause())
                                .isInstanceOf(RejectedExecutionException.class)
                                .hasMessageContaining("full")
                                .hasCause(FULL.cause()));
        assertThat(publication.outcomes().get(1)).isInstanceOf(Unknown.class);
        assertThat(client.pipelines).hasSize(1);
    }

    @Test
    void closedItTriesNothingAgainThatComesBackLate() {
        client.failing.put("a", CUT);
        client.meanwhile.add(() -> assertThat(publisher.close(Duration.ZERO)).isFalse());
        Publication publication = publication("a/0");

        assertThat(publisher.publish(publication, () -> {})).isTrue();

        assertThat(publication.outcomes()).containsExactly(CUT);
        assertThat(threads.timer.plannedAfterMillis).isEmpty();
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

    private Publisher publisher(int maxPipelined, int maxQueued) {
        PublisherSettings settings = new PublisherSettings(maxPipelined, maxQueued, Duration.ofMillis(1), 2);
        return new Publisher("Publishing to here", client, settings, threads.threads());
    }

    private boolean publish(String... names) {
        return publisher.publish(publication(names), () -> completed.add(String.join(" ", names)));
    }

    private static Publication publication(String... names) {
        return new Publication(
                Arrays.stream(names)
                        .map(name -> entry(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1)))
                        .toList(),
                RULES);
    }

    private static AddEntry entry(String streamKey, String value) {
        return new AddEntry(streamKey, Map.of("n", value), Trim.NONE);
    }
}
