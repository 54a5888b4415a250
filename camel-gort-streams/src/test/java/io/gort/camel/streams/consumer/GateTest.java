package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class GateTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Gate gate = new Gate();

    @Test
    void isNotOpenAtFirst() {
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void opensAndShutsAndOpens() {
        gate.open();
        assertThat(gate.isOpen()).isTrue();

        gate.shut();
        assertThat(gate.isOpen()).isFalse();

        gate.open();
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void staysClosedForGood() throws InterruptedException {
        gate.open();
        gate.close();

        gate.open();

        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.awaitOpen()).isFalse();
    }

    @Test
    void letsWaitersInWhenItOpens() {
        CompletableFuture<Boolean> entered = CompletableFuture.supplyAsync(this::awaitOpen);

        gate.open();

        assertThat(entered.join()).isTrue();
    }

    @Test
    void sendsWaitersAwayWhenItCloses() {
        CompletableFuture<Boolean> entered = CompletableFuture.supplyAsync(this::awaitOpen);

        gate.close();

        assertThat(entered.join()).isFalse();
    }

    @Test
    void endsAPauseWhenItIsShut() {
        gate.open();
        CompletableFuture<Void> paused = CompletableFuture.runAsync(this::pause);

        gate.shut();

        assertThat(paused.join()).isNull();
    }

    @Test
    void doesNotPauseUnlessItIsOpen() throws InterruptedException {
        gate.pause(LONG);

        assertThat(gate.isOpen()).isFalse();
    }

    private boolean awaitOpen() {
        try {
            return gate.awaitOpen();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void pause() {
        try {
            gate.pause(LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
