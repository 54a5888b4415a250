package io.gort.camel.streams.consumer;

import java.time.Duration;

/** Counts the entries on their way, so that only as many are read as there is room for. */
final class Capacity {

    private final int limit;
    private int taken;

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

    synchronized int taken() {
        return taken;
    }

    /** Whether there is no room because of these alone: then none comes by waiting. */
    synchronized boolean isFilledBy(int count) {
        return taken == count && taken >= limit;
    }

    /** Waits until there is room for at least one, but no longer than the time given; gives how many there is room for. */
    synchronized int awaitRoom(Duration longest) throws InterruptedException {
        awaitTakenBelow(limit, longest);
        return Math.max(0, limit - taken);
    }

    /** Waits until nothing is on its way, but no longer than the time given; tells whether that is so. */
    synchronized boolean awaitNone(Duration longest) throws InterruptedException {
        awaitTakenBelow(1, longest);
        return taken == 0;
    }

    private void awaitTakenBelow(int bound, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); taken >= bound && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
