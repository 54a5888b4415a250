package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveryBatchTest {

    private final List<String> settled = new ArrayList<>();

    private DeliveryBatch batch(int size) {
        return new DeliveryBatch(LongStream.rangeClosed(1, size)
                .mapToObj(number -> new Delivery(entry(number), 1, new NotedSettlements(settled)))
                .toList());
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> batch(0)).hasMessage("deliveries: none (expected: at least one)");
    }

    @Test
    void failsOneForItsOwnFault() {
        batch(1).fail(new IllegalStateException("poison"));

        assertThat(settled).containsExactly("fail s/1-0 poison");
    }

    @Test
    void blamesNobodyForTheFailureOfSeveral() {
        batch(2).fail(new IllegalStateException("poison"));

        assertThat(settled).containsExactly("failWithOthers s/1-0", "failWithOthers s/2-0");
    }

    @Test
    void leavesAloneWhatWasToldOfSingleOnes() {
        DeliveryBatch batch = batch(4);
        batch.deliveries().get(0).fail(new IllegalStateException("poison"));
        batch.deliveries().get(2).leavePending();

        batch.acknowledge();
        batch.fail(new IllegalStateException("too late"));
        batch.leavePending();
        batch.abandon();

        assertThat(settled)
                .containsExactly("fail s/1-0 poison", "leavePending s/3-0", "acknowledge s/2-0", "acknowledge s/4-0");
    }

    @Test
    void leavesThemAllPending() {
        batch(2).leavePending();

        assertThat(settled).containsExactly("leavePending s/1-0", "leavePending s/2-0");
    }
}
