package io.gort.camel.streams.testkit;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Redis for all tests of a JVM, opened when first asked for and ended with the JVM. It is looked for in this order:
 * the environment variable {@code GORT_TEST_REDIS_URL}, Docker, {@code redis-server} on the PATH, the embedded one.
 */
public final class SharedRedis {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRedis.class);
    private static Optional<RedisUnderTest> found = Optional.empty();
    private static boolean searched;

    private SharedRedis() {}

    /** The shared Redis; empty if this machine can have none. Nobody closes it. */
    public static synchronized Optional<RedisUnderTest> find() {
        if (!searched) {
            found = firstOf(RedisSources.inOrder());
            searched = true;
        }
        return found;
    }

    /**
     * The shared Redis.
     *
     * @throws IllegalStateException if this machine can have none
     */
    public static RedisUnderTest get() {
        return find().orElseThrow(() -> new IllegalStateException(WhenThereIsNoRedis.MESSAGE));
    }

    static Optional<RedisUnderTest> firstOf(List<RedisSource> sources) {
        for (RedisSource source : sources) {
            Optional<RedisUnderTest> redis = source.open();
            if (redis.isPresent()) {
                LOG.info("Tests use the Redis at {}: {}", redis.get(), source.name());
                return redis;
            }
        }
        return Optional.empty();
    }
}
