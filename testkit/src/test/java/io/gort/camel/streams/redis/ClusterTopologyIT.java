package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.testkit.ClusterServers;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a cluster is found, and what is told where it is not, or where none is expected. */
class ClusterTopologyIT {

    private static ClusterServers cluster;

    @BeforeAll
    static void start() {
        cluster = ClusterServers.start(3, 0);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void findsTheClusterByAnyNodeThatAnswers() {
        try (StreamClient byOne =
                connect("127.0.0.1:1," + cluster.servers().get(2).redis())) {
            byOne.ping();
            streams(10).forEach(byOne::length);
        }
    }

    @Test
    void namesEachNodeThatDoesNotAnswer() {
        try (StreamClient nobody = connect("127.0.0.1:1,127.0.0.1:2")) {
            assertThatThrownBy(nobody::ping)
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessage(
                            "nodes: cluster node 127.0.0.1:1 does not answer: Connection refused (tried CLUSTER SLOTS);"
                                    + " cluster node 127.0.0.1:2 does not answer: Connection refused (tried CLUSTER SLOTS)");
        }
    }

    @Test
    void tellsThatTheServerIsNoCluster() {
        try (RedisServerProcess single = RedisServerProcess.start();
                StreamClient wrong = connect(single.redis().toString())) {
            assertThatThrownBy(wrong::ping).hasMessageContaining("(topology: expected standalone)");
        }
    }

    @Test
    void tellsThatTheServerIsACluster() {
        try (StreamClient wrong = JedisStreamClients.connect(settings(
                new Servers.Standalone(ServerAddress.parseAll(cluster.nodes()).get(0), 0)))) {
            assertThatThrownBy(() -> streams(10).forEach(wrong::length))
                    .hasMessageContaining("(topology: expected cluster)");
        }
    }

    @Test
    void failsForGoodWhereAllNodesRefuseWhoWeAre() {
        try (StreamClient refused = JedisStreamClients.connect(new ConnectionSettings(
                new Servers.Cluster(ServerAddress.parseAll(cluster.nodes())),
                new Credentials("nobody", "S3CR3T"),
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                4,
                null))) {
            assertThatThrownBy(refused::ping)
                    .isInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("WRONGPASS")
                    .hasMessageContaining("(option username and password")
                    .hasMessageNotContaining("S3CR3T");
        }
    }

    private static List<String> streams(int count) {
        return IntStream.range(0, count).mapToObj(i -> "any:" + i).toList();
    }

    private static StreamClient connect(String nodes) {
        return JedisStreamClients.connect(settings(new Servers.Cluster(ServerAddress.parseAll(nodes))));
    }

    private static ConnectionSettings settings(Servers servers) {
        return new ConnectionSettings(
                servers, Credentials.NONE, null, Duration.ofSeconds(2), Duration.ofSeconds(2), 4, "cluster-it");
    }
}
