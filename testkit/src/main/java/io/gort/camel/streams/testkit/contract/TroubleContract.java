package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.ServerNotReadyException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import io.gort.camel.streams.redis.ServerReadOnlyException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisServerSettings;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** How a client tells the server's troubles apart, and what is left when they are over. */
interface TroubleContract extends ContractFixture {

    Duration SHORT = Duration.ofMillis(300);

    @Test
    default void tellsThatNobodyListens() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), SHORT, clientName())) {
            server.stop();

            // a connection that was open before may have to be found lost first
            assertThatThrownBy(client::ping).isInstanceOf(ConnectionLostException.class);
            assertThatThrownBy(client::ping)
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("does not answer: Connection refused");
            assertThatThrownBy(() -> client.openReader(GRACE)).isInstanceOf(ConnectionLostException.class);
        }
    }

    @Test
    default void givesUpWhenTheCommandTimeoutIsOver() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), SHORT, clientName())) {
            client.ping();
            server.redis().client().sendCommand(Command.CLIENT, "PAUSE", Long.toString(LONG.toMillis()));
            long start = System.nanoTime();

            assertThatThrownBy(() -> client.length("s"))
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("no reply in time")
                    .hasMessageContaining("XLEN s");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.minusMillis(10), GRACE);
        }
    }

    @Test
    default void neverGivesALateReplyToTheNextCaller() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), SHORT, clientName())) {
            client.put("key", "early", LONG);
            server.freeze();
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> client.get("key")).isInstanceOf(ConnectionLostException.class);
            }
            server.thaw();

            assertThat(client.get("absent")).isEmpty();
            assertThat(client.get("key")).contains("early");
        }
    }

    @Test
    default void worksAgainAfterARestart() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), SHORT, clientName())) {
            client.ping();
            server.restart();

            Awaitility.await().pollInSameThread().ignoreExceptions().untilAsserted(client::ping);
            client.ping();
        }
    }

    @Test
    default void tellsThatTheServerIsFull() {
        try (RedisServerProcess server =
                        RedisServerProcess.settings().maxMemory("1").start();
                StreamClient client = connect(server.redis(), SHORT, clientName())) {
            assertThatThrownBy(() -> add(client)).isInstanceOf(ServerOutOfMemoryException.class);
            assertThatThrownBy(() -> client.createGroup("s", "g", "0")).isInstanceOf(ServerOutOfMemoryException.class);

            assertThat(client.length("s")).isZero();
        }
    }

    @Test
    default void tellsThatTheServerIsAReplica() {
        RedisServerSettings replica = RedisServerProcess.settings().set("replicaof", "127.0.0.1", "1");
        try (RedisServerProcess server = replica.start();
                StreamClient client = connect(server.redis(), SHORT, clientName())) {
            assertThatThrownBy(() -> add(client)).isInstanceOf(ServerReadOnlyException.class);
            assertThatThrownBy(() -> client.createGroup("s", GROUP, "0")).isInstanceOf(ServerReadOnlyException.class);

            server.redis().client().configSet("replica-serve-stale-data", "no");
            assertThatThrownBy(() -> client.length("s")).isInstanceOf(ServerNotReadyException.class);
        }
    }

    @Test
    default void tellsThatTheServerLacksReplicas() {
        try (RedisServerProcess server = RedisServerProcess.settings()
                        .set("min-replicas-to-write", "1")
                        .start();
                StreamClient client = connect(server.redis(), SHORT, clientName())) {
            assertThatThrownBy(() -> add(client)).isInstanceOf(ServerReadOnlyException.class);
        }
    }

    @Test
    default void tellsThatTheServerIsBusyWithAScript() {
        RedisServerSettings settings = RedisServerProcess.settings().set("lua-time-limit", "20");
        try (RedisServerProcess server = settings.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(5), clientName());
                RedisClient another = server.redis().newClient()) {
            client.ping();
            FutureTask<?> script = ContractFixture.meanwhile(() -> another.eval("while true do end"));

            eventually(() -> assertThatThrownBy(() -> client.length("s")).isInstanceOf(ServerNotReadyException.class));

            killScript(server.redis());
            assertThatThrownBy(script::get).isNotNull();
            assertThat(client.length("s")).isZero();
        }
    }

    @Test
    default void tellsThatTheServerHasTooManyClients() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(2), clientName())) {
            RedisClient outside = server.redis().client();
            outside.ping();
            outside.configSet("maxclients", "1");

            assertThatThrownBy(() -> readOnce(client)) // the driver may have eaten the server's words
                    .isInstanceOfAny(ServerNotReadyException.class, ConnectionLostException.class);

            outside.configSet("maxclients", "100");
            readOnce(client);
        }
    }

    @Test
    default void tellsThatTheServerHangsUpInMidCommand() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(10), clientName())) {
            client.ping();
            server.freeze();
            FutureTask<EntryId> adding = ContractFixture.meanwhile(() -> add(client));
            server.kill();

            assertThatThrownBy(adding::get).cause().isInstanceOf(ConnectionLostException.class);
        }
    }

    private static void readOnce(StreamClient client) {
        try (StreamReader reader = client.openReader(GRACE)) {
            reader.readAfter(Map.of("s", EntryId.ZERO), 1, NO_WAIT);
        }
    }

    /** Over a connection that the server lets in while it is busy. */
    private static void killScript(RedisUnderTest redis) {
        try (Connection connection = new Connection(redis.host(), redis.port())) {
            connection.executeCommand(new CommandArguments(Command.SCRIPT).add("KILL"));
        }
    }

    private static void eventually(ThrowingRunnable assertions) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertions);
    }

    private static EntryId add(StreamClient client) {
        return client.add(new AddEntry("s", Map.of("n", "1"), Trim.NONE));
    }
}
