package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock();
    private final Capacity capacity = new Capacity(4);
    private final List<String> handedOn = new ArrayList<>();

    private Batches batches(int size) {
        DeliveryRunner runner = batch -> handedOn.add(batch.deliveries().toString());
        return new Batches(new BatchRules(size, 0), TIMEOUT, capacity, runner, clock);
    }

    private void add(Batches batches, long number, long deliveryCount) throws InterruptedException {
        capacity.take();
        batches.add(new Delivery(entry(number), deliveryCount, new NotedSettlements(new ArrayList<>())));
    }

    @Test
    void handsOnEachByItselfWithoutBatching() throws InterruptedException {
        Batches batches = batches(1);

        add(batches, 1, 1);
        add(batches, 2, 1);

        assertThat(handedOn).containsExactly("[s/1-0]", "[s/2-0]");
        assertThat(batches.until(LONG)).isEqualTo(LONG);
    }

    @Test
    void handsOnWhatIsFull() throws InterruptedException {
        Batches batches = batches(2);

        add(batches, 1, 1);
        batches.handOnWhatIsDue();
        assertThat(handedOn).isEmpty();
        add(batches, 2, 1);
        add(batches, 3, 1);

        assertThat(handedOn).containsExactly("[s/1-0, s/2-0]");
    }

    @Test
    void handsOnWhatHasWaitedForLongEnough() throws InterruptedException {
        Batches batches = batches(10);
        add(batches, 1, 1);
        clock.advance(Duration.ofMillis(600));
        add(batches, 2, 1);
        assertThat(batches.until(LONG)).isEqualTo(Duration.ofMillis(400));
        assertThat(batches.until(Duration.ofMillis(7))).isEqualTo(Duration.ofMillis(7));
        batches.handOnWhatIsDue();
        assertThat(handedOn).isEmpty();

        clock.advance(Duration.ofMillis(400));
        assertThat(batches.until(LONG)).isZero();
        batches.handOnWhatIsDue();

        assertThat(handedOn).containsExactly("[s/1-0, s/2-0]");
        assertThat(batches.until(LONG)).isEqualTo(LONG);
    }

    @Test
    void handsOnWhatWaitsForMoreInVain() throws InterruptedException {
        Batches batches = batches(10);
        for (int i = 1; i <= 4; i++) {
            add(batches, i, 1);
        }

        batches.handOnWhatIsDue();

        assertThat(handedOn).containsExactly("[s/1-0, s/2-0, s/3-0, s/4-0]");
    }

    @Test
    void waitsWhileOthersMayMakeRoom() throws InterruptedException {
        capacity.take();
        Batches batches = batches(10);
        for (int i = 1; i <= 3; i++) {
            add(batches, i, 1);
        }

        batches.handOnWhatIsDue();

        assertThat(handedOn).isEmpty();
    }

    @Test
    void mixesNoKinds() throws InterruptedException {
        Batches batches = batches(10);

        add(batches, 1, 2);
        add(batches, 2, 2);
        add(batches, 3, 3);
        add(batches, 4, 3);
        add(batches, 5, 1);
        add(batches, 6, 1);
        batches.windUp();

        assertThat(handedOn).containsExactly("[s/1-0, s/2-0]", "[s/3-0]", "[s/4-0]", "[s/5-0, s/6-0]");
    }

    @Test
    void handsOnNothingWhereNothingIs() throws InterruptedException {
        Batches batches = batches(10);

        batches.windUp();
        batches.handOnWhatIsDue();

        assertThat(handedOn).isEmpty();
    }
}
