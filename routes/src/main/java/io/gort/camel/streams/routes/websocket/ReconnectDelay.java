package io.gort.camel.streams.routes.websocket;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before connecting again: twice as long each time, up to a limit, and of that between half and all by
 * chance, so that many feeds do not return all at once.
 *
 * @param first   the first wait
 * @param longest the limit
 */
record ReconnectDelay(Duration first, Duration longest) {

    ReconnectDelay {
        if (first.toMillis() < 1) {
            throw new IllegalArgumentException("reconnectDelay: " + first + " (expected: at least one millisecond)");
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "maxReconnectDelay: " + longest + " (expected: not below reconnectDelay, " + first + ")");
        }
    }

    /**
     * The wait after some failures in a row.
     *
     * @param failures how many, at least one
     * @param chance   gives a number from 0 to 1
     */
    Duration after(int failures, DoubleSupplier chance) {
        long whole = first.toMillis();
        for (int i = 1; i < failures && whole < longest.toMillis(); i++) {
            whole *= 2;
        }
        whole = Math.min(whole, longest.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(whole * (0.5 + 0.5 * chance.getAsDouble()))));
    }
}
