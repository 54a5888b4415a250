package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** When room that was left is there for others. */
class RoomTest {

    private final Room room = new Room("Publishing to here", 8, Duration.ofMillis(1));

    @Test
    void whoFindsNoRoomInTimeIsToldWhatIsTooSmall() {
        room.enter(8);

        assertThatThrownBy(() -> room.enter(1))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("maxQueued: 8")
                .hasMessageContaining("queueTimeout: PT0.001S");
    }

    @Test
    void aFullRoomIsEnteredAgainOnceAQuarterOfItIsLeft() {
        room.enter(8);

        room.leave(1);
        assertThatThrownBy(() -> room.enter(1)).isInstanceOf(RejectedExecutionException.class);
        room.leave(1);

        assertThat(room.enter(2)).isEqualTo(2);
    }

    @Test
    void allOfItIsFreeWhenTheLastOneHasLeft() {
        for (int i = 0; i < 3; i++) {
            room.enter(1);
            room.leave(1);
        }

        assertThat(room.enter(8)).isEqualTo(8);
    }

    @Test
    void aRoomForOneIsFreeAsSoonAsItIsLeft() {
        Room small = new Room("Publishing to here", 1, Duration.ofMillis(1));
        small.enter(1);
        small.leave(1);

        assertThat(small.enter(5)).as("all there is").isEqualTo(1);
    }
}
