package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs side by side, and what one after the other. Workers run when the test says so. */
class LanesRunnerTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Executor workers = tasks::add;
    private final List<String> handled = new ArrayList<>();
    private final List<Runnable> goOn = new ArrayList<>();

    private LanesRunner runner(boolean asynchronous) {
        DeliveryHandler handler = (batch, whenRouted) -> {
            handled.add(batch.first().toString());
            goOn.add(whenRouted);
            return !asynchronous;
        };
        return new LanesRunner(handler, new LaneChoice(4, "key"), workers);
    }

    private DeliveryBatch delivery(long number, String key) {
        StreamEntry entry = new StreamEntry("s", id(number), Map.of("key", key));
        return new DeliveryBatch(List.of(new Delivery(entry, 1, new NotedSettlements(new ArrayList<>()))));
    }

    private void runWorkers() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @Test
    void handlesEntriesOfOneKeyOneAfterTheOther() {
        LanesRunner lanes = runner(true);

        lanes.run(delivery(1, "a"));
        lanes.run(delivery(2, "a"));
        runWorkers();
        assertThat(handled).containsExactly("s/1-0");
        goOn.get(0).run();
        runWorkers();

        assertThat(handled).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void handlesEntriesOfOtherLanesMeanwhile() {
        LanesRunner lanes = runner(true);

        lanes.run(delivery(1, "a"));
        lanes.run(delivery(2, "b"));
        runWorkers();

        assertThat(handled).containsExactlyInAnyOrder("s/1-0", "s/2-0");
    }

    @Test
    void keepsOrderWhenRoutesEndAtOnce() {
        LanesRunner lanes = runner(false);

        IntStream.rangeClosed(1, 5).forEach(number -> lanes.run(delivery(number, "a")));
        runWorkers();

        assertThat(handled).containsExactly("s/1-0", "s/2-0", "s/3-0", "s/4-0", "s/5-0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void choosesAlwaysTheSameLaneForAKey(int lanes) {
        LaneChoice choice = new LaneChoice(lanes, "key");
        StreamEntry one = new StreamEntry("s", id(1), Map.of("key", "BTCUSDT"));
        StreamEntry other = new StreamEntry("t", id(2), Map.of("key", "BTCUSDT", "n", "2"));

        assertThat(choice.laneOf(one)).isEqualTo(choice.laneOf(other)).isBetween(0, lanes - 1);
    }

    @Test
    void choosesByStreamWhereTheFieldIsMissing() {
        LaneChoice choice = new LaneChoice(64, "key");
        StreamEntry without = new StreamEntry("s", id(1), Map.of("n", "1"));

        assertThat(choice.laneOf(without)).isEqualTo(new LaneChoice(64, null).laneOf(without));
    }
}
