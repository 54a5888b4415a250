package io.gort.camel.streams.entry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: twice as long after each failure, up to a limit, less a random part of up to a
 * half so that many clients do not return at once.
 *
 * @param first  the wait after the first failure
 * @param limit  the longest wait
 * @param random gives numbers from 0 to 1
 */
public record BackOff(Duration first, Duration limit, DoubleSupplier random) {

    /** One whose random part differs from client to client. */
    public static BackOff byChance(Duration first, Duration limit) {
        return new BackOff(first, limit, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * The wait before the next try.
     *
     * @param failures how many tries in a row have failed, at least 1
     */
    public Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, 20);
        long millis = Math.min(doubled, limit.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(millis * (1 - random.getAsDouble() / 2))));
    }
}
