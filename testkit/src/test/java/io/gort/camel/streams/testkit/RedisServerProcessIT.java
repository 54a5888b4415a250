package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

@WithRedis
class RedisServerProcessIT {

    @Test
    void keepsNothingOverARestartByDefault() {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            RedisClient client = server.redis().client();
            client.set("a", "1");
            int port = server.port();

            server.restart();

            assertThat(server.port()).isEqualTo(port);
            assertThat(client.get("a")).isNull();
        }
    }

    @Test
    void keepsEverythingOverAKillWhenPersistent() {
        try (RedisServerProcess server =
                RedisServerProcess.settings().persistent().start()) {
            RedisClient client = server.redis().client();
            client.set("a", "1");

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.startAgain();

            assertThat(client.get("a")).isEqualTo("1");
        }
    }

    @Test
    void refusesConnectionsWhileStopped() {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            server.stop();

            assertThatThrownBy(() -> server.redis().client().ping()).isInstanceOf(JedisConnectionException.class);
        }
    }

    @Test
    void answersNothingWhileFrozenAndGoesOnWhenThawed() {
        try (RedisServerProcess server = RedisServerProcess.start();
                Connection connection = new Connection(server.redis().address())) {
            connection.setSoTimeout(200);
            assertThat(connection.ping()).isTrue();

            server.freeze();
            assertThatThrownBy(connection::ping).isInstanceOf(JedisConnectionException.class);
            server.thaw();

            assertThat(server.redis().client().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void asksForThePassword() {
        try (RedisServerProcess server =
                RedisServerProcess.settings().password("a \"b\" \\c").start()) {
            assertThat(server.redis().client().ping()).isEqualTo("PONG");

            try (RedisUnderTest intruder = server.redis().as(null, "wrong")) {
                assertThatThrownBy(() -> intruder.client().ping()).isInstanceOf(JedisAccessControlException.class);
            }
        }
    }

    @Test
    void keepsUsersToTheirRules() {
        try (RedisServerProcess server = RedisServerProcess.settings()
                        .user("app", "pw", "~mine:*", "+@all")
                        .start();
                RedisUnderTest app = server.redis().as("app", "pw")) {
            app.client().set("mine:a", "1");

            assertThatThrownBy(() -> app.client().set("other", "1")).hasMessageContaining("NOPERM");
        }
    }

    @Test
    void refusesWritesBeyondItsMemory() {
        try (RedisServerProcess server =
                RedisServerProcess.settings().maxMemory("1mb").start()) {
            assertThatThrownBy(() -> server.redis().client().set("a", "1".repeat(2_000_000)))
                    .isInstanceOf(JedisDataException.class)
                    .hasMessageContaining("OOM");
        }
    }

    @Test
    void saysWhyItDoesNotStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RedisServerProcess.settings()
                        .set("no-such-directive", "1")
                        .start())
                .withMessageContaining("ended at once")
                .withMessageContaining("no-such-directive");
    }

    @Test
    void theEmbeddedServerBehavesTheSame() {
        Optional<Path> embedded = RedisExecutable.embedded();

        assertThat(embedded).hasValueSatisfying(file -> {
            try (RedisServerProcess server =
                    RedisServerProcess.settings().executable(file).start()) {
                assertThat(server.redis().client().ping()).isEqualTo("PONG");
            }
        });
    }
}
