package io.gort.camel.streams.redis;

import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClusterClient;

/** The client that uses the connections of a given Jedis client of a cluster. */
class BorrowedClusterStreamClientIT extends ClusterStreamClientIT {

    private final List<RedisClusterClient> given = new ArrayList<>();

    @Override
    public StreamClient connect(RedisUnderTest redis, Duration commandTimeout, String clientName) {
        if (!isCluster(redis)) {
            return super.connect(redis, commandTimeout, clientName);
        }
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(4);
        pool.setMaxWait(commandTimeout);
        pool.setJmxEnabled(false);
        RedisClusterClient jedis = RedisClusterClient.builder()
                .nodes(Set.of(new HostAndPort(redis.host(), redis.port())))
                .clientConfig(DefaultJedisClientConfig.builder()
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
        given.forEach(RedisClusterClient::close);
    }
}
