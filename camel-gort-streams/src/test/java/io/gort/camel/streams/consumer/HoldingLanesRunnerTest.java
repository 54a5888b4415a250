package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits behind an entry that has failed. */
class HoldingLanesRunnerTest extends HeldLanesScene {

    @Test
    void keepsTheOrderOfAKeyThoughItsEntryFailsTwice() {
        deliver(1, "a", 1);
        last().fail(new IllegalStateException("once"));
        deliver(2, "a", 1);
        deliver(3, "a", 1);
        assertThat(handled()).containsExactly("s/1-0");

        deliver(1, "a", 2);
        last().fail(new IllegalStateException("twice"));
        assertThat(handled()).containsExactly("s/1-0", "s/1-0");
        deliver(1, "a", 3);
        last().acknowledge();
        last().acknowledge();

        assertThat(handled()).containsExactly("s/1-0", "s/1-0", "s/1-0", "s/2-0", "s/3-0");
    }

    @Test
    void goesOnOnceTheEntryIsDeadLettered() {
        deliver(1, "a", 3);
        deliver(2, "a", 1);
        last().fail(new IllegalStateException("for the last time"));
        assertThat(handled()).containsExactly("s/1-0");

        keeper.runPlanned();

        assertThat(handled()).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void holdsOnWhileTheEntryCannotBeDeadLettered() {
        client.failures.put("s", Samples.lost());
        deliver(1, "a", 3);
        deliver(2, "a", 1);
        last().fail(new IllegalStateException("for the last time"));

        keeper.runPlanned();

        assertThat(handled()).containsExactly("s/1-0");
        assertThat(lanes.holders()).containsExactly(entry(1, "a"));
    }

    @Test
    void stopsNoOtherLane() {
        deliver(1, "a", 1);
        last().fail(new IllegalStateException("once"));

        deliver(2, "b", 1);

        assertThat(handled()).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void leavesRoomToOthers() throws InterruptedException {
        deliver(1, "a", 1);
        deliver(2, "a", 1);
        deliver(3, "a", 1);
        assertThat(capacity.awaitRoom(Duration.ZERO)).isZero();

        last().fail(new IllegalStateException("once"));

        assertThat(capacity.awaitRoom(Duration.ZERO)).as("two are held up").isEqualTo(3);
        assertThat(capacity.taken()).isEqualTo(2);
        deliver(4, "a", 1);
        assertThat(capacity.awaitRoom(Duration.ZERO))
                .as("as many are held up as may be")
                .isZero();

        deliver(1, "a", 2);
        last().acknowledge();
        for (int i = 0; i < 3; i++) {
            last().acknowledge();
        }
        assertThat(capacity.taken()).isZero();
        assertThat(capacity.awaitRoom(Duration.ZERO)).isEqualTo(3);
    }

    @Test
    void waitsUntilTheFateOfAnEntryIsKnown() {
        deliver(1, "a", 1);
        deliver(2, "a", 1);
        assertThat(handled()).as("routed, but handed over to another thread").containsExactly("s/1-0");

        last().acknowledge();

        assertThat(handled()).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void waitsUntilTheRouteHasEnded() {
        asynchronous = true;
        deliver(1, "a", 1);
        deliver(2, "a", 1);
        last().acknowledge();
        assertThat(handled()).containsExactly("s/1-0");

        whenRouted.get(0).run();

        assertThat(handled()).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void goesOnWhenItsEntryIsSettledElsewhere() {
        deliver(1, "a", 1);
        last().fail(new IllegalStateException("once"));
        deliver(2, "a", 1);

        lanes.release(entry(7, "a"));
        assertThat(handled()).containsExactly("s/1-0");
        lanes.release(entry(1, "a"));

        assertThat(handled()).containsExactly("s/1-0", "s/2-0");
        assertThat(lanes.holders()).isEmpty();
    }

    @Test
    void knowsWhetherAnotherMemberMayWaitForWhatIsHeldUp() {
        deliver(1, "a", 1);
        deliver(2, "a", 2);
        assertThat(lanes.othersMayWaitBehind(entry(1, "a")))
                .as("nothing is held up")
                .isFalse();
        last().fail(new IllegalStateException("once"));
        assertThat(lanes.othersMayWaitBehind(entry(1, "a"))).isTrue();

        deliver(3, "b", 1);
        last().fail(new IllegalStateException("once"));
        deliver(4, "b", 1);
        assertThat(lanes.othersMayWaitBehind(entry(3, "b")))
                .as("delivered here first")
                .isFalse();
    }

    @Test
    void namesNoHolderThatHasComeAgain() {
        deliver(1, "a", 1);
        last().fail(new IllegalStateException("once"));
        assertThat(lanes.holders()).containsExactly(entry(1, "a"));

        deliver(1, "a", 2);
        assertThat(lanes.holders()).isEmpty();
        lanes.release(entry(1, "a"));
        deliver(2, "a", 1);

        assertThat(handled()).as("it is on its way").containsExactly("s/1-0", "s/1-0");
    }

    @Test
    void asksForNoWorkerWhileAnEntryIsHeldUp() {
        deliver(1, "a", 1);
        last().fail(new IllegalStateException("once"));

        assertThat(ledger.of("s").begin(id(2), clock.instant())).isTrue();
        capacity.take();
        lanes.run(new DeliveryBatch(List.of(new Delivery(entry(2, "a"), 1, settlements))));

        assertThat(tasks).isEmpty();
        assertThat(lanes.heldUp()).containsExactly(entry(2, "a"));
    }
}
