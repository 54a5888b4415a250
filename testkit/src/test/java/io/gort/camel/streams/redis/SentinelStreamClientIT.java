package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.SentinelServers;
import io.gort.camel.streams.testkit.contract.StreamClientContract;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client of a master that sentinels know. */
class SentinelStreamClientIT extends StreamClientContract {

    private static SentinelServers servers;

    @BeforeAll
    static void start() {
        servers = SentinelServers.start();
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    @Override
    protected RedisUnderTest server(RedisUnderTest shared) {
        return servers.master().redis();
    }

    @Override
    public StreamClient connect(RedisUnderTest redis, Duration commandTimeout, String clientName) {
        ServerAddress address = new ServerAddress(redis.host(), redis.port());
        boolean watched = servers.master().port() == redis.port();
        return connect(
                watched
                        ? sentinels(servers.nodes(), redis.database())
                        : new Servers.Standalone(address, redis.database()),
                new Credentials(redis.username(), redis.password()),
                commandTimeout,
                clientName);
    }

    @Test
    void followsTheMasterThoughTheOldOneIsStillThere() {
        String streamKey = key("s");
        client().add(new AddEntry(streamKey, Map.of("n", "1"), Trim.NONE));

        servers.failOver();

        Eventually.holds("an entry on the new master", () -> {
            client().add(new AddEntry(streamKey, Map.of("n", "2"), Trim.NONE));
            return true;
        });
        assertThat(servers.master().redis().client().xlen(streamKey)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void asksAnotherSentinelIfOneIsGone() {
        try (StreamClient client = connect(sentinels("127.0.0.1:1," + servers.nodes()), "c")) {
            client.ping();
        }
    }

    @Test
    void namesEachSentinelThatDoesNotAnswer() {
        try (StreamClient client = connect(sentinels("127.0.0.1:1,127.0.0.1:2"), "c")) {
            assertThatThrownBy(client::ping)
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageStartingWith("nodes: ")
                    .hasMessageContaining("sentinel 127.0.0.1:1 does not answer: Connection refused")
                    .hasMessageContaining("sentinel 127.0.0.1:2 does not answer: Connection refused");
        }
    }

    @Test
    void tellsThatTheSentinelsKnowNoSuchMaster() {
        Servers unknown = new Servers.Sentinel(ServerAddress.parseAll(servers.nodes()), "unknown", 0, Credentials.NONE);
        try (StreamClient client = connect(unknown, "c")) {
            assertThatThrownBy(client::ping)
                    .hasMessageContaining("knows no master unknown (masterName: expected as the sentinels call it)");
        }
    }

    private static Servers sentinels(String nodes) {
        return sentinels(nodes, 0);
    }

    private static Servers sentinels(String nodes, int database) {
        return new Servers.Sentinel(
                ServerAddress.parseAll(nodes), SentinelServers.MASTER_NAME, database, Credentials.NONE);
    }

    private static StreamClient connect(Servers servers, String clientName) {
        return connect(servers, Credentials.NONE, Duration.ofSeconds(2), clientName);
    }

    private static StreamClient connect(
            Servers servers, Credentials login, Duration commandTimeout, String clientName) {
        return JedisStreamClients.connect(
                new ConnectionSettings(servers, login, null, Duration.ofSeconds(2), commandTimeout, 4, clientName));
    }
}
