package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CapacityTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Capacity capacity = new Capacity(2);

    @Test
    void tellsTheRoomThereIs() throws InterruptedException {
        assertThat(capacity.awaitRoom(Duration.ZERO)).isEqualTo(2);

        capacity.take();

        assertThat(capacity.awaitRoom(LONG)).isOne();
        assertThat(capacity.taken()).isOne();
    }

    @Test
    void hasNoRoomWhenMoreIsTakenThanItsLimit() throws InterruptedException {
        capacity.take();
        capacity.take();
        capacity.take();

        assertThat(capacity.awaitRoom(Duration.ZERO)).isZero();
        assertThat(capacity.awaitNone(Duration.ZERO)).isFalse();
    }

    @Test
    void wakesWhoWaitsForRoom() {
        capacity.take();
        capacity.take();
        CompletableFuture<Integer> room = CompletableFuture.supplyAsync(() -> quietly(() -> capacity.awaitRoom(LONG)));

        capacity.giveBack();

        assertThat(room.join()).isOne();
    }

    @Test
    void wakesWhoWaitsForTheLast() {
        capacity.take();
        CompletableFuture<Boolean> none = CompletableFuture.supplyAsync(() -> quietly(() -> capacity.awaitNone(LONG)));

        capacity.giveBack();

        assertThat(none.join()).isTrue();
    }

    private interface Waiting<T> {
        T get() throws InterruptedException;
    }

    private static <T> T quietly(Waiting<T> waiting) {
        try {
            return waiting.get();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
