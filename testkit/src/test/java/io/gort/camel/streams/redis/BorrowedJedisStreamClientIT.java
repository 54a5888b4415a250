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
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.Pool;

/** The client that uses the connections of a given Jedis client. */
class BorrowedJedisStreamClientIT extends StreamClientContract {

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
    void takesAnyJedisClientWithAPool() {
        try (OtherPooled jedis = new OtherPooled(redis());
                StreamClient client = JedisStreamClients.of(jedis)) {
            client.ping();
        }
    }

    @Test
    void refusesAJedisClientWithoutAPool() {
        try (UnifiedJedis jedis = new UnifiedJedis(new Connection(redis().host(), redis().port()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JedisStreamClients.of(jedis))
                    .withMessageContaining("client: redis.clients.jedis.UnifiedJedis (expected: ");
        }
    }

    /** Has a pool as the deprecated pooled client of Jedis has it. */
    public static final class OtherPooled extends UnifiedJedis {

        private final Pool<Connection> pool;

        private OtherPooled(RedisUnderTest redis) {
            this(new PooledConnectionProvider(new HostAndPort(redis.host(), redis.port())));
        }

        private OtherPooled(PooledConnectionProvider provider) {
            super(provider);
            pool = provider.getPool();
        }

        public Pool<Connection> getPool() {
            return pool;
        }
    }
}
