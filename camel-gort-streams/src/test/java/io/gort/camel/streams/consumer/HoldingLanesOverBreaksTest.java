package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of held lanes when their consumer is suspended or stops. */
class HoldingLanesOverBreaksTest extends HeldLanesScene {

    @Test
    void letsGoOfWhatIsHeldUpWhenSuspended() {
        deliver(1, "a", 1);
        last().fail(new IllegalStateException("once"));
        deliver(2, "a", 1);

        mayBegin = false;
        lanes.windUp();

        assertThat(capacity.taken()).isZero();
        assertThat(ledger.of("s").isBusy(id(2))).isFalse();
        assertThat(lanes.holders()).as("the order is still kept").containsExactly(entry(1, "a"));
    }

    @Test
    void holdsNothingUpWhenAnEntryFailsAtTheEnd() {
        deliver(1, "a", 1);
        deliver(2, "a", 1);
        mayBegin = false;
        lanes.windUp();

        last().fail(new IllegalStateException("once"));

        assertThat(handled()).containsExactly("s/1-0");
        assertThat(capacity.taken()).isZero();
    }

    @Test
    void isStillHeldByAnEntryThatWasNotBegunAgain() {
        deliver(1, "a", 1);
        last().fail(new IllegalStateException("once"));
        mayBegin = false;
        deliver(1, "a", 2);
        mayBegin = true;

        deliver(2, "a", 1);

        assertThat(handled()).containsExactly("s/1-0");
        assertThat(lanes.holders()).containsExactly(entry(1, "a"));
    }

    @Test
    void letsNothingOvertakeWhatWasNotBegunWhenSuspended() {
        deliver(1, "a", 1);
        deliver(2, "a", 1);
        deliver(3, "a", 1);
        mayBegin = false;

        last().acknowledge();
        runWorkers();
        mayBegin = true;
        runWorkers();

        assertThat(handled()).containsExactly("s/1-0");
        assertThat(capacity.taken()).isZero();
        assertThat(ledger.of("s").isBusy(id(3))).isFalse();
    }
}
