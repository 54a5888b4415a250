package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BeginGuardTest {

    private final List<String> settled = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final ConsumerCounters counters = new ConsumerCounters();
    private final Set<EntryId> lost = new HashSet<>();
    private boolean mayBegin = true;
    private final BeginGuard guard = new BeginGuard(
            (batch, whenRouted) -> !begun.add(batch.deliveries().toString()),
            () -> mayBegin,
            entry -> !lost.contains(entry.id()),
            counters);

    private DeliveryBatch batch() {
        return new DeliveryBatch(List.of(
                new Delivery(entry(1), 1, new NotedSettlements(settled)),
                new Delivery(entry(2), 1, new NotedSettlements(settled))));
    }

    @Test
    void letsBegin() {
        boolean goOn = guard.handle(batch(), () -> {});

        assertThat(goOn).isFalse();
        assertThat(begun).containsExactly("[s/1-0, s/2-0]");
        assertThat(counters.delivered()).isEqualTo(2);
    }

    @Test
    void letsOnlyThatBeginWhichIsStillOurs() {
        lost.add(id(1));

        boolean goOn = guard.handle(batch(), () -> {});

        assertThat(goOn).isFalse();
        assertThat(begun).containsExactly("[s/2-0]");
        assertThat(settled).containsExactly("abandon s/1-0");
        assertThat(counters.delivered()).isOne();
    }

    @Test
    void goesOnWhereNothingIsLeft() {
        lost.addAll(List.of(id(1), id(2)));

        assertThat(guard.handle(batch(), () -> {})).isTrue();

        assertThat(begun).isEmpty();
        assertThat(settled).containsExactly("abandon s/1-0", "abandon s/2-0");
    }

    @Test
    void abandonsWhatMayNotBegin() {
        mayBegin = false;

        boolean goOn = guard.handle(batch(), () -> {});

        assertThat(goOn).isTrue();
        assertThat(begun).isEmpty();
        assertThat(settled).containsExactly("abandon s/1-0", "abandon s/2-0");
        assertThat(counters.delivered()).isZero();
    }

    @Test
    void countsWhatIsBeginning() {
        List<Integer> beginning = new ArrayList<>();
        AtomicReference<BeginGuard> asked = new AtomicReference<>();
        BeginGuard counting = new BeginGuard(
                (batch, whenRouted) -> beginning.add(asked.get().beginning()),
                () -> beginning.add(asked.get().beginning()),
                entry -> true,
                counters);
        asked.set(counting);

        counting.handle(batch(), () -> {});

        assertThat(beginning).as("while it is asked, and while it begins").containsExactly(1, 1);
        assertThat(counting.beginning()).isZero();
    }

    @Test
    void countsNoMoreWhatFailedToBegin() {
        BeginGuard failing = new BeginGuard(
                (batch, whenRouted) -> {
                    throw new IllegalStateException("no exchange");
                },
                () -> true,
                entry -> true,
                counters);

        assertThatThrownBy(() -> failing.handle(batch(), () -> {})).hasMessage("no exchange");

        assertThat(failing.beginning()).isZero();
    }
}
