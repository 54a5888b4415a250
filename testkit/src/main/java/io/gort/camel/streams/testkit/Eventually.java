package io.gort.camel.streams.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import redis.clients.jedis.RedisClient;

/**
 * Waits until something is so, for at most 10 seconds unless told otherwise, and fails with what was seen last. A test
 * never sleeps.
 */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RedisClient client;
    private final Duration limit;

    private Eventually(RedisClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    public static Eventually on(RedisClient client) {
        return new Eventually(client, LIMIT);
    }

    /** The same with another limit. */
    public Eventually within(Duration newLimit) {
        return new Eventually(client, newLimit);
    }

    /** Until the stream holds exactly so many entries; a stream that does not exist holds none. */
    public void lengthIs(String streamKey, long expected) {
        sees("length of " + streamKey, () -> client.xlen(streamKey), expected);
    }

    /** Until exactly so many entries are pending in the group; it counts as a miss while there is no such group. */
    public void pendingIs(String streamKey, String group, long expected) {
        sees(
                "pending in " + group + " of " + streamKey,
                () -> client.xpending(streamKey, group).getTotal(),
                expected);
    }

    /** Until the stream has the group. */
    public void groupExists(String streamKey, String group) {
        sees(
                "group " + group + " of " + streamKey,
                () -> client.xinfoGroups(streamKey).stream()
                        .anyMatch(info -> info.getName().equals(group)),
                true);
    }

    /** Until the assertions pass. */
    public void passes(ThrowingRunnable assertions) {
        waiting(limit).untilAsserted(assertions);
    }

    /** Until it holds; needs no Redis. */
    public static void holds(String what, Callable<Boolean> condition) {
        waiting(LIMIT).alias(what).until(condition);
    }

    private <T> void sees(String what, Callable<T> seen, T expected) {
        waiting(limit).untilAsserted(() -> {
            T value = seen.call();
            if (!expected.equals(value)) {
                throw new AssertionError(what + ": " + value + " (expected: " + expected + ")");
            }
        });
    }

    private static ConditionFactory waiting(Duration limit) {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(limit)
                .ignoreExceptions();
    }
}
