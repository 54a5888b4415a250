package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddOutcome.Added;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which entries go out together, and in which order. */
class PublisherTest extends PublisherScene {

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

    @Test
    void anExchangeThatGoesOnWithTheSenderAndPublishesAgainLetsAnotherSendMeanwhile() {
        List<List<String>> sent = new ArrayList<>();
        client.meanwhile.add(() -> publisher.publish(publication("a/1"), () -> {
            assertThat(publish("a/2")).as("waits for itself").isTrue();
            sent.addAll(client.pipelines);
        }));

        publish("a/0");
        threads.run();

        assertThat(sent).containsExactly(List.of("a/0"), List.of("a/1"), List.of("a/2"));
        assertThat(publish("a/3")).as("nothing is under way").isTrue();
    }

    @Test
    void anErrorOfAnExchangeThatGoesOnWithTheSenderDoesNotEndTheSending() {
        client.meanwhile.add(() -> publisher.publish(publication("a/1"), () -> {
            throw new AssertionError("broken");
        }));
        publish("a/0");
        Runnable sender = threads.senders.remove();
        assertThatThrownBy(sender::run).hasMessage("broken");

        assertThat(publish("a/2")).as("nothing is under way").isTrue();
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
}
