package io.gort.camel.streams.consumer;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets time pass: the seam through which a test makes waits short. */
@FunctionalInterface
interface Pause {

    /** Really waits. */
    Pause REAL = time -> {
        boolean unused = new Semaphore(0).tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
    };

    void take(Duration time) throws InterruptedException;
}
