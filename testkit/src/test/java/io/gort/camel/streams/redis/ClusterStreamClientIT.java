package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.testkit.ClusterServers;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.contract.StreamClientContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * The client of a cluster, with streams that share a slot. One node holds all slots, so that a look from outside sees
 * all; the rules are a cluster's.
 */
class ClusterStreamClientIT extends StreamClientContract {

    private static ClusterServers cluster;

    @BeforeAll
    static void start() {
        cluster = ClusterServers.start(1, 0);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Override
    protected RedisUnderTest server(RedisUnderTest shared) {
        return cluster.servers().get(0).redis();
    }

    @Override
    public StreamClient connect(RedisUnderTest redis, Duration commandTimeout, String clientName) {
        ServerAddress address = new ServerAddress(redis.host(), redis.port());
        Servers servers = isCluster(redis)
                ? new Servers.Cluster(List.of(address))
                : new Servers.Standalone(address, redis.database());
        return JedisStreamClients.connect(new ConnectionSettings(
                servers,
                new Credentials(redis.username(), redis.password()),
                null,
                Duration.ofSeconds(2),
                commandTimeout,
                4,
                clientName));
    }

    /** Some tests start servers of their own, which are no clusters. */
    static boolean isCluster(RedisUnderTest redis) {
        return cluster.nodes().equals(redis.toString());
    }

    @Override
    public String key(String name) {
        return "{" + super.key("") + "}" + name;
    }

    @Override
    @Test
    @Disabled("a cluster has no database but 0")
    public void worksInTheDatabaseThatIsNamed() {}

    @Override
    @Test
    @Disabled("a cluster has no database but 0")
    public void tellsThatTheDatabaseDoesNotExist() {}

    @Test
    void tellsHowBusyItsConnectionsAre() {
        client().ping();

        assertThat(client().pools()).singleElement().satisfies(pool -> {
            assertThat(pool.server()).endsWith("node " + cluster.nodes());
            assertThat(pool)
                    .extracting(PoolUse::active, PoolUse::idle, PoolUse::waiting)
                    .containsExactly(0, 1, 0);
        });
    }
}
