package io.gort.camel.streams.producer;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many entries may wait: who finds no room waits for it, in order of arrival. Room is given free in lumps, as waking
 * somebody for each place would cost more than the place is worth.
 */
final class Room {

    private static final int LUMPS = 4;

    private final String name;
    private final int size;
    private final Duration timeout;
    private final Semaphore free;
    private int left;

    /**
     * @param name    for messages: whose room it is
     * @param size    how many entries there is room for
     * @param timeout how long a caller waits for room
     */
    Room(String name, int size, Duration timeout) {
        this.name = name;
        this.size = size;
        this.timeout = timeout;
        this.free = new Semaphore(size, true);
    }

    /**
     * Takes room for so many entries, all of it for more than there is room for.
     *
     * @return how much was taken, to be {@linkplain #leave left} again
     * @throws RejectedExecutionException if there was none in time
     */
    int enter(int entries) {
        int wanted = Math.min(entries, size);
        try {
            if (free.tryAcquire(wanted, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return wanted;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(name + ": interrupted while waiting for room in its queue", e);
        }
        throw new RejectedExecutionException(
                name + ": maxQueued: " + size + " entries are waiting, and none left within" + " queueTimeout: "
                        + timeout + " (expected: a server that keeps up, or more room)");
    }

    /** Gives back what was taken. Others get it when it makes a lump, or when nobody else is to leave. */
    synchronized void leave(int taken) {
        left += taken;
        if (left >= size / LUMPS || left >= size - free.availablePermits()) {
            free.release(left);
            left = 0;
        }
    }
}
