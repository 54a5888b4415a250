package io.gort.camel.streams.consumer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Counts the entries on their way, so that only as many are read as there is room for. Entries that are held up by a
 * failed one are counted apart, so that they leave room to others; of them there may be as many again.
 */
final class Capacity {

    private final int limit;
    private int taken;
    private int held;

    Capacity(int limit) {
        this.limit = limit;
    }

    synchronized void take() {
        taken++;
    }

    synchronized void giveBack() {
        taken--;
        notifyAll();
    }

    /** Entries that are on their way are held up. */
    synchronized void hold(int count) {
        taken -= count;
        held += count;
        notifyAll();
    }

    /** Entries that were held up are on their way again. */
    synchronized void unhold(int count) {
        taken += count;
        held -= count;
        notifyAll();
    }

    /** How many entries are on their way, those that are held up included. */
    synchronized int taken() {
        return taken + held;
    }

    /** Whether there is no room because of these alone: then none comes by waiting. */
    synchronized boolean isFilledBy(int count) {
        return taken == count && taken >= limit;
    }

    /**
     * Waits until there is room for at least one, but no longer than the time given; gives how many there is room for.
     */
    synchronized int awaitRoom(Duration longest) throws InterruptedException {
        await(() -> taken < limit && held < limit, longest);
        return held < limit ? Math.max(0, limit - taken) : 0;
    }

    /** Waits until nothing is on its way, but no longer than the time given; tells whether that is so. */
    synchronized boolean awaitNone(Duration longest) throws InterruptedException {
        await(() -> taken() == 0, longest);
        return taken() == 0;
    }

    private void await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); !condition.getAsBoolean() && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
