package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.contract.StreamClientContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The client that uses the connections of a given Jedis client. */
class BorrowedJedisStreamClientIT extends StreamClientContract {

    private static final String JEDIS_POOLED = "redis.clients.jedis.JedisPooled";

    private final List<UnifiedJedis> given = new ArrayList<>();

    @Override
    public StreamClient connect(RedisUnderTest redis, Duration commandTimeout, String clientName) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(4);
        pool.setMaxWait(commandTimeout);
        pool.setJmxEnabled(false);
        RedisClient jedis = RedisClient.builder()
                .hostAndPort(new HostAndPort(redis.host(), redis.port()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(redis.username())
                        .password(redis.password())
                        .database(redis.database())
                        .socketTimeoutMillis((int) commandTimeout.toMillis())
                        .clientName(clientName)
                        .build())
                .poolConfig(pool)
                .build();
        given.add(jedis);
        return JedisStreamClients.of(jedis);
    }

    @AfterEach
    void closeWhatWasGiven() {
        given.forEach(UnifiedJedis::close);
    }

    @Test
    void leavesTheGivenClientOpen() {
        StreamClient client = connect(redis(), Duration.ofSeconds(1), "c");
        client.ping();

        client.close();

        UnifiedJedis jedis = given.get(given.size() - 1);
        assertThat(jedis.ping()).isEqualTo("PONG");
    }

    @Test
    @EnabledIf("thereIsJedisPooled")
    void takesTheDeprecatedClientOfJedis7() throws ReflectiveOperationException {
        try (UnifiedJedis jedis = Class.forName(JEDIS_POOLED)
                        .asSubclass(UnifiedJedis.class)
                        .getConstructor(String.class, int.class)
                        .newInstance(redis().host(), redis().port());
                StreamClient client = JedisStreamClients.of(jedis)) {
            client.ping();
        }
    }

    @Test
    void refusesAJedisClientWithoutAPool() {
        try (UnifiedJedis jedis = new UnifiedJedis(new Connection(redis().host(), redis().port())) {}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JedisStreamClients.of(jedis))
                    .withMessageContaining("client: " + jedis.getClass().getName() + " (expected: ");
        }
    }

    static boolean thereIsJedisPooled() {
        try {
            Class.forName(JEDIS_POOLED);
            return true;
        } catch (ClassNotFoundException jedis8) {
            return false;
        }
    }
}
