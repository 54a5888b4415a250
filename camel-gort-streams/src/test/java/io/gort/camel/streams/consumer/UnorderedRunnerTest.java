package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** How many workers are woken, and that nothing waits for a batch to end. Workers run when the test says so. */
class UnorderedRunnerTest {

    private final Queue<Runnable> workers = new ArrayDeque<>();
    private final List<String> begun = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private UnorderedRunner runner(Runnable handling) {
        return new UnorderedRunner(
                (batch, whenRouted) -> {
                    begun.add(batch.first().toString());
                    handling.run();
                    return true;
                },
                workers::add);
    }

    private DeliveryBatch batch(long number) {
        StreamEntry entry = new StreamEntry("s", id(number), Map.of("n", "1"));
        return new DeliveryBatch(List.of(new Delivery(entry, 1, new NotedSettlements(told))));
    }

    private void runWorkers() {
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
    }

    @Test
    void oneWorkerIsWokenForAllThatArrivesBeforeItLooks() {
        UnorderedRunner runner = runner(() -> {});

        runner.run(batch(1));
        runner.run(batch(2));
        runner.run(batch(3));

        assertThat(workers).hasSize(1);
        workers.remove().run();
        assertThat(begun).containsExactly("s/1-0", "s/2-0", "s/3-0");
        assertThat(workers).as("a helper, in case that handling had taken long").hasSize(1);
    }

    @Test
    void everyBatchBeginsWhileAllBeforeItAreStillBeingHandled() {
        List<Integer> sideBySide = new ArrayList<>();
        UnorderedRunner runner = runner(() -> {
            runWorkers(); // what other threads do while this one is blocked
            sideBySide.add(begun.size());
        });

        for (int i = 1; i <= 100; i++) {
            runner.run(batch(i));
        }
        runWorkers();

        assertThat(sideBySide).hasSize(100).containsOnly(100);
    }

    @Test
    void aBatchThatArrivesWhileAllWorkersAreBlockedWakesAnother() {
        UnorderedRunner[] self = new UnorderedRunner[1];
        List<Integer> wokenMeanwhile = new ArrayList<>();
        self[0] = runner(() -> {
            if (begun.size() == 1) {
                self[0].run(batch(2));
                wokenMeanwhile.add(workers.size());
            }
        });

        self[0].run(batch(1));
        runWorkers();

        assertThat(wokenMeanwhile).containsExactly(1);
        assertThat(begun).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void whatComesAfterTheWorkersHaveEndedWakesOneAgain() {
        UnorderedRunner runner = runner(() -> {});
        runner.run(batch(1));
        runWorkers();

        runner.run(batch(2));
        runWorkers();

        assertThat(begun).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void aBatchWhoseHandlingThrowsFailsAndKeepsNoOtherFromBeingHandled() {
        UnorderedRunner runner = runner(() -> {
            if (begun.size() == 1) {
                throw new AssertionError("broken");
            }
        });

        runner.run(batch(1));
        runner.run(batch(2));
        runWorkers();

        assertThat(begun).containsExactly("s/1-0", "s/2-0");
        assertThat(told).hasSize(1).first().asString().contains("1-0");
    }
}
