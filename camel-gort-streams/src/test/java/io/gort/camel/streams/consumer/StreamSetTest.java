package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamSetTest {

    private final FakeStreamClient client = new FakeStreamClient();
    private final HandClock clock = new HandClock();
    private final LogLines log = new LogLines(StreamSet.class);
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
    }

    private StreamSet set(String... streams) {
        return new StreamSet(List.of(streams), client, clock, (message, cause) -> told.add(message));
    }

    @Test
    void readsNamedStreamsInTheirOrderOnce() {
        StreamSet set = set("b", "a", "b");

        assertThat(set.discover()).isEmpty();
        assertThat(set.all()).containsExactly("b", "a");
        assertThat(set.hasPatterns()).isFalse();
        assertThat(set.isFound("a")).isFalse();
    }

    @Test
    void tellsNewStreamsOnce() {
        StreamSet set = set("m:*");
        client.keys.addAll(Set.of("m:b", "m:a", "x"));
        assertThat(set.discover()).containsExactly("m:a", "m:b");

        client.keys.add("m:c");

        assertThat(set.discover()).containsExactly("m:c");
        assertThat(set.all()).containsExactly("m:a", "m:b", "m:c");
        assertThat(set.isFound("m:c")).isTrue();
    }

    @Test
    void tellsAStreamAgainThatWasGone() {
        StreamSet set = set("m:*");
        client.keys.add("m:a");
        set.discover();
        client.keys.clear();
        assertThat(set.discover()).isEmpty();
        assertThat(set.all()).isEmpty();

        client.keys.add("m:a");

        assertThat(set.discover()).containsExactly("m:a");
    }

    @Test
    void doesNotFindWhatIsNamed() {
        StreamSet set = set("m:a", "m:*");
        client.keys.addAll(Set.of("m:a", "m:b"));

        assertThat(set.discover()).containsExactly("m:b");
        assertThat(set.all()).containsExactly("m:a", "m:b");
    }

    @Test
    void neverFindsDeadLettersUnlessAsked() {
        client.keys.addAll(Set.of("dead-letter:{a}", "a"));

        assertThat(set("*").discover()).containsExactly("a");
        assertThat(set("dead*").discover()).isEmpty();
        assertThat(set("dead-letter:*").discover()).containsExactly("dead-letter:{a}");
        assertThat(set("dead-letter:{a}").all()).containsExactly("dead-letter:{a}");
    }

    @Test
    void setsABadStreamAsideForAWhile() {
        StreamSet set = set("a", "b");

        set.setAside("a", Samples.wrongType());

        assertThat(set.readable()).containsExactly("b");
        assertThat(set.all()).containsExactly("a", "b");
        assertThat(set.troubles()).containsEntry("a", "not a stream");
        assertThat(set.dueForRetry()).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(set.dueForRetry()).containsExactly("a");
    }

    @Test
    void warnsOnceAndSaysWhenTheStreamWorksAgain() {
        StreamSet set = set("a", "b");
        set.setAside("a", Samples.wrongType());
        set.tryAgain("a");
        set.setAside("a", Samples.wrongType());
        assertThat(set.troubles()).containsOnlyKeys("a");

        set.tryAgain("a");
        assertThat(set.readable()).containsExactly("a", "b");
        set.works("a");
        set.works("a");

        assertThat(set.troubles()).isEmpty();
        assertThat(told).containsExactly("Stream a is set aside: not a stream");
        assertThat(log.lines())
                .containsExactly(
                        "WARN Stream a is set aside, the others go on: not a stream", "INFO Stream a is read again");
    }

    @Test
    void forgetsTheTroubleOfAStreamThatIsGone() {
        StreamSet set = set("m:*");
        client.keys.add("m:a");
        set.discover();
        set.setAside("m:a", Samples.wrongType());
        client.keys.clear();

        set.discover();
        clock.advance(Duration.ofMinutes(1));

        assertThat(set.troubles()).isEmpty();
        assertThat(set.dueForRetry()).isEmpty();
    }
}
