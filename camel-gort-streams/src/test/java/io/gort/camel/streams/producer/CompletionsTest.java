package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.entry.Trim;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On which thread exchanges go on: on the sender's, which calls, or on one of those for whatever may take long. */
class CompletionsTest {

    private static final RetryRules RULES =
            new RetryRules(0, new BackOff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0));

    private final Queue<Runnable> completers = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> wentOn = new ArrayList<>();
    private final Completions completions = new Completions(completers::add, true, nanos::get);

    @Test
    void aFewGoOnWhereTheyAre() {
        completions.goOnHere(done(16, () -> {}), () -> {});

        assertThat(wentOn).hasSize(16);
        assertThat(completers).isEmpty();
    }

    @Test
    void manyGoOnElsewhereInShares() {
        completions.goOnHere(done(33, () -> {}), () -> {});

        assertThat(wentOn).isEmpty();
        assertThat(completers).hasSize(3);
        completers.forEach(Runnable::run);
        assertThat(wentOn).hasSize(33);
    }

    @Test
    void afterSomethingSlowTheyGoOnElsewhereUntilItIsQuickAgain() {
        completions.goOnHere(done(1, () -> nanos.addAndGet(5_000_000)), () -> {});

        completions.goOnHere(done(1, () -> {}), () -> {});
        assertThat(wentOn).hasSize(1);
        assertThat(completers).hasSize(1);
        completers.remove().run();
        completions.goOnHere(done(1, () -> {}), () -> {});

        assertThat(wentOn).hasSize(3);
        assertThat(completers).isEmpty();
    }

    @Test
    void onlyOneSenderIsKeptFromSending() {
        completions.goOnHere(done(1, () -> completions.goOnHere(done(1, () -> {}), () -> {})), () -> {});

        assertThat(wentOn).hasSize(1);
        assertThat(completers).hasSize(1);
    }

    @Test
    void noSenderIsKeptFromSendingWhereThereIsOnlyOne() {
        Completions ofOneSender = new Completions(completers::add, false, nanos::get);

        ofOneSender.goOnHere(done(1, () -> {}), () -> {});

        assertThat(wentOn).isEmpty();
        assertThat(completers).hasSize(1);
    }

    @Test
    void whoIsToWaitLeavesTheSendingToOthersBefore() {
        List<String> left = new ArrayList<>();
        completions.goOnHere(done(1, completions::beforeWaiting), () -> left.add("left"));

        assertThat(left).containsExactly("left");
        assertThat(completions.isCompleting()).isFalse();
        completions.beforeWaiting();
        assertThat(left).hasSize(1);
    }

    @Test
    void whatFailsKeepsNoOtherFromGoingOn() {
        List<Publication> done = new ArrayList<>(done(1, () -> {
            throw new IllegalStateException("broken");
        }));
        done.addAll(done(1, () -> {}));

        completions.goOnHere(done, () -> {});

        assertThat(wentOn).hasSize(2);
        assertThat(completions.isCompleting()).isFalse();
    }

    private List<Publication> done(int count, Runnable what) {
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    Publication publication =
                            new Publication(List.of(new AddEntry("s", Map.of("n", "1"), Trim.NONE)), RULES);
                    publication.goesOnWith(() -> {
                        wentOn.add("one");
                        what.run();
                    });
                    return publication;
                })
                .toList();
    }
}
