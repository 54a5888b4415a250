package io.gort.camel.streams.testkit;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import redis.clients.jedis.exceptions.JedisException;

/** The ways of getting a Redis for tests, in the order in which they are tried. */
final class RedisSources {

    static final String URL_VARIABLE = "GORT_TEST_REDIS_URL";
    private static final String IMAGE = "redis:7.4-alpine";
    private static final Logger LOG = LoggerFactory.getLogger(RedisSources.class);

    private RedisSources() {}

    static List<RedisSource> inOrder() {
        return List.of(
                source(URL_VARIABLE, () -> at(System.getenv(URL_VARIABLE))),
                source("Docker image " + IMAGE, RedisSources::inDocker),
                source("redis-server on the PATH", () -> running(RedisExecutable.onPath())),
                source("embedded redis-server", () -> running(RedisExecutable.embedded())));
    }

    static RedisSource source(String name, Supplier<Optional<RedisUnderTest>> open) {
        return new RedisSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<RedisUnderTest> open() {
                return open.get();
            }
        };
    }

    static Optional<RedisUnderTest> at(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        RedisUnderTest redis = RedisUnderTest.at(URI.create(url.strip()));
        try {
            redis.client().ping();
            return Optional.of(redis);
        } catch (JedisException e) {
            redis.close();
            throw new IllegalStateException(URL_VARIABLE + ": " + redis + " (expected: a Redis that answers)", e);
        }
    }

    private static Optional<RedisUnderTest> inDocker() {
        if (!DockerEngine.answers()) {
            return Optional.empty();
        }
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE)).withExposedPorts(6379);
        try {
            container.start(); // Testcontainers removes it when the JVM ends
            RedisUnderTest redis = RedisUnderTest.at(container.getHost(), container.getMappedPort(6379));
            redis.client().ping();
            return Optional.of(redis);
        } catch (RuntimeException e) {
            LOG.info("Docker answers, but {} does not start: {}", IMAGE, e.getMessage());
            container.close();
            return Optional.empty();
        }
    }

    private static Optional<RedisUnderTest> running(Optional<Path> executable) {
        try {
            return executable.map(file ->
                    RedisServerProcess.settings().executable(file).start().redis());
        } catch (IllegalStateException e) {
            LOG.info("{} does not start: {}", executable.orElseThrow(), e.getMessage());
            return Optional.empty();
        }
    }
}
