package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.BackOff;

/**
 * Reads while the gate is open: a step, and another. A failure is told once and followed by a pause; nothing ends the
 * loop but a closed gate or an interrupt.
 */
final class ReaderLoop implements Runnable {

    private final Reading reading;
    private final Gate gate;
    private final Outage outage;
    private final BackOff backOff;

    ReaderLoop(Reading reading, Gate gate, Outage outage, BackOff backOff) {
        this.reading = reading;
        this.gate = gate;
        this.outage = outage;
        this.backOff = backOff;
    }

    @Override
    public void run() {
        try {
            while (gate.awaitOpen()) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reading.reset();
        }
    }

    private void turn() throws InterruptedException {
        try {
            reading.step();
            outage.over();
        } catch (RuntimeException | Error e) {
            reading.reset();
            if (gate.isOpen()) {
                gate.pause(backOff.after(outage.failed(e)));
            }
        }
        if (!gate.isOpen()) {
            reading.windUp();
        }
    }
}
