package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.entry.Trim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds with real threads. */
class ManyCallersTest {

    private static final int CALLERS = 8;
    private static final int EACH = 2_000;

    private static final RetryRules RULES =
            new RetryRules(0, new BackOff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0));

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final ExecutorService senders = Executors.newFixedThreadPool(3);
    private final ExecutorService completers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ServerOfStreams server = new ServerOfStreams();
    private final Publisher publisher = new Publisher(
            "Publishing to here",
            server,
            new PublisherSettings(64, 100, Duration.ofSeconds(30), 2),
            new PublisherThreads(senders, completers, timer));

    @AfterEach
    void end() {
        List.of(callers, senders, completers, timer).forEach(ExecutorService::shutdownNow);
    }

    @Test
    void eachCallersEntriesStandInItsOrderAndEachIsAnsweredForOnce() throws Exception {
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        CountDownLatch open = new CountDownLatch(CALLERS * EACH);

        for (Future<?> caller : everyCaller(n -> stream -> {
            String name = stream + "/" + n;
            Runnable answered = () -> {
                answers.merge(name, 1, Integer::sum);
                open.countDown();
            };
            if (publisher.publish(publication(stream, n), answered)) {
                answered.run();
            }
        })) {
            caller.get(60, TimeUnit.SECONDS);
        }
        assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(answers)
                .hasSize(CALLERS * EACH)
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
        List<String> inOrder =
                IntStream.range(0, EACH).mapToObj(Integer::toString).toList();
        assertThat(server.streams)
                .hasSize(CALLERS)
                .allSatisfy((stream, entries) -> assertThat(entries).isEqualTo(inOrder));
        assertThat(server.overlaps).isEmpty();
        assertThat(publisher.close(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatAnExchangeGoesOnWithMayPublishAndWait() throws Exception {
        CountDownLatch open = new CountDownLatch(CALLERS * 100);

        for (Future<?> caller : everyCaller(n -> stream -> {
            if (n < 100) {
                Runnable publishesAgain = () -> {
                    CountDownLatch second = new CountDownLatch(1);
                    if (publisher.publish(publication("second", n), second::countDown)) {
                        second.countDown();
                    }
                    awaits(second);
                    open.countDown();
                };
                if (publisher.publish(publication(stream, n), publishesAgain)) {
                    publishesAgain.run();
                }
            }
        })) {
            caller.get(60, TimeUnit.SECONDS);
        }

        assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(server.streams.get("second")).hasSize(CALLERS * 100);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Future<?>> everyCaller(java.util.function.IntFunction<java.util.function.Consumer<String>> call) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            String stream = "s" + i;
            all.add(callers.submit(() -> {
                for (int n = 0; n < EACH; n++) {
                    call.apply(n).accept(stream);
                }
            }));
        }
        return all;
    }

    private static Publication publication(String stream, int n) {
        return new Publication(List.of(new AddEntry(stream, Map.of("n", Integer.toString(n)), Trim.NONE)), RULES);
    }

    /** Keeps what was added, and notes when a stream is in two pipelines at once. */
    private static final class ServerOfStreams extends AddingClient {

        final Map<String, List<String>> streams = new HashMap<>();
        final List<String> overlaps = new ArrayList<>();
        private final Set<String> underWay = new HashSet<>();

        @Override
        public List<AddOutcome> addAll(List<AddEntry> entries) {
            Set<String> keys = new HashSet<>();
            entries.forEach(entry -> keys.add(entry.streamKey()));
            synchronized (this) {
                keys.stream().filter(key -> !underWay.add(key)).forEach(overlaps::add);
            }
            Thread.yield();
            synchronized (this) {
                underWay.removeAll(keys);
                entries.forEach(entry -> streams.computeIfAbsent(entry.streamKey(), key -> new ArrayList<>())
                        .add(entry.fields().getOrDefault("n", "")));
                return super.addAll(entries);
            }
        }
    }
}
