package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConfiguration;
import io.gort.camel.streams.Topology;
import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.testkit.ClusterServers;
import io.gort.camel.streams.testkit.SentinelServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Case 37: failovers and resharding under load. What a master has confirmed and not yet told its replicas is lost when
 * it fails, whoever the client is; nothing else may be.
 */
class FailoverIT {

    @Test
    @Case(37)
    void sentinelsMakeAnotherMasterUnderLoad() throws Exception {
        try (SentinelServers servers = SentinelServers.start();
                StreamClient client = connect(new Servers.Sentinel(
                        ServerAddress.parseAll(servers.nodes()), SentinelServers.MASTER_NAME, 0, Credentials.NONE));
                LoadUnderFailover load = new LoadUnderFailover(4, options -> {
                    options.setTopology(Topology.sentinel);
                    options.setNodes(servers.nodes());
                    options.setMasterName(SentinelServers.MASTER_NAME);
                })) {
            load.publishWhile(() -> {
                servers.failOver();
                servers.killMaster();
            });

            assertThat(load.lostByTheServersOnly(client)).isLessThan(2_000);
        }
    }

    @Test
    @Case(37)
    void aClusterFailsOverAndReshardsUnderLoadAndLosesNothing() throws Exception {
        try (ClusterServers servers = ClusterServers.start(3, 3);
                StreamClient client = connect(new Servers.Cluster(ServerAddress.parseAll(servers.nodes())));
                LoadUnderFailover load = new LoadUnderFailover(12, options -> cluster(options, servers))) {
            load.publishWhile(() -> {
                servers.failOver(StreamKeys.slot("orders:0"));
                servers.reshard(StreamKeys.slot("orders:1"));
                servers.failOver(StreamKeys.slot("orders:1"));
                servers.reshard(StreamKeys.slot("orders:2"));
            });

            assertThat(load.lostByTheServersOnly(client)).isZero();
        }
    }

    @Test
    @Case(37)
    void aMasterOfAClusterDiesUnderLoad() throws Exception {
        try (ClusterServers servers = ClusterServers.start(3, 3);
                StreamClient client = connect(new Servers.Cluster(ServerAddress.parseAll(servers.nodes())));
                LoadUnderFailover load = new LoadUnderFailover(12, options -> cluster(options, servers))) {
            load.publishWhile(() -> servers.killHolder(StreamKeys.slot("orders:0")));

            assertThat(load.lostByTheServersOnly(client)).isLessThan(2_000);
        }
    }

    private static void cluster(GortStreamsConfiguration options, ClusterServers servers) {
        options.setTopology(Topology.cluster);
        options.setNodes(servers.nodes());
    }

    private static StreamClient connect(Servers servers) {
        return JedisStreamClients.connect(new ConnectionSettings(
                servers, Credentials.NONE, null, Duration.ofSeconds(2), Duration.ofSeconds(2), 4, "failover-it"));
    }
}
