package io.gort.camel.streams.producer;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many entries may wait: who finds no room waits for it, in order of arrival. */
final class Room {

    private final String name;
    private final int size;
    private final Duration timeout;
    private final Semaphore free;

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

    void leave(int taken) {
        free.release(taken);
    }
}
