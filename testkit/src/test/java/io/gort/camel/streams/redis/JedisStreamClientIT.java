package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.contract.StreamClientContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** The client with connections of its own. */
class JedisStreamClientIT extends StreamClientContract {

    @Override
    public StreamClient connect(RedisUnderTest redis, Duration commandTimeout, String clientName) {
        return JedisStreamClients.connect(new ConnectionSettings(
                redis.host(),
                redis.port(),
                redis.database(),
                redis.username(),
                redis.password(),
                Duration.ofSeconds(2),
                commandTimeout,
                4,
                clientName));
    }

    @Test
    void connectsNotBeforeItIsAsked() {
        String name = clientName() + "-lazy";
        try (StreamClient lazy = connect(redis(), Duration.ofSeconds(1), name)) {
            assertThat(connectionsNamed(name)).isZero();

            lazy.ping();

            assertThat(connectionsNamed(name)).isEqualTo(1);
        }
    }

    @Test
    void leavesNoConnectionOpen() {
        String name = clientName() + "-closing";
        StreamClient closing = connect(redis(), Duration.ofSeconds(1), name);
        closing.ping();
        closing.openReader(GRACE);

        closing.close();

        Eventually.holds("no connection is left", () -> connectionsNamed(name) == 0);
        assertThatThrownBy(closing::ping)
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> closing.openReader(GRACE)).isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void saysWhereTheServerIsAndWhatWasTried() {
        RedisUnderTest nowhere = RedisUnderTest.at("127.0.0.1", 1);
        try (nowhere;
                StreamClient client = connect(nowhere, Duration.ofSeconds(1), "c")) {
            assertThatThrownBy(() -> client.length("orders"))
                    .hasMessage("127.0.0.1:1/0 does not answer: Connection refused (tried XLEN orders)");
        }
    }

    @Test
    void tellsTooManyClientsFromALostServer() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(2), "c")) {
            server.redis().client().configSet("maxclients", "1");

            assertThatThrownBy(client::ping).isInstanceOf(ServerNotReadyException.class);
            assertThatThrownBy(() -> client.openReader(GRACE)).isInstanceOf(ServerNotReadyException.class);
        }
    }

    private long connectionsNamed(String name) {
        String list = new String((byte[]) outside().sendCommand(Command.CLIENT, "LIST"), StandardCharsets.UTF_8);
        return list.lines().filter(line -> line.contains(" name=" + name + " ")).count();
    }
}
