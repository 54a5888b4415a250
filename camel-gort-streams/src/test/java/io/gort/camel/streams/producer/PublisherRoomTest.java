package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddOutcome.NotAdded;
import io.gort.camel.streams.entry.AddOutcome.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much a publisher takes, and that it ends. */
class PublisherRoomTest extends PublisherScene {

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
        int manyEnoughForOtherThreads = 17;
        publisher = publisher(256, manyEnoughForOtherThreads);
        client.meanwhile.add(() -> IntStream.range(0, manyEnoughForOtherThreads).forEach(n -> publish("a/" + n)));
        publish("x/0");
        threads.senders.remove().run();
        client.meanwhile.add(
                () -> assertThatThrownBy(() -> publish("b/1")).isInstanceOf(RejectedExecutionException.class));

        publish("x/1");
        threads.run();

        assertThat(completed).hasSize(manyEnoughForOtherThreads);
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
}
