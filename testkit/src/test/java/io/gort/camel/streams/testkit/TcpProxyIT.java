package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A proxy forwards, holds and cuts as it is told. */
@WithRedis
class TcpProxyIT {

    private TcpProxy proxy;

    @BeforeEach
    void start(RedisUnderTest redis) {
        proxy = TcpProxy.to(redis);
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void forwardsBothWays() {
        try (Connection connection = connect()) {
            assertThat(connection.ping()).isTrue();
            assertThat(proxy.accepted()).isOne();
        }
    }

    @Test
    void holdsEverythingBackAndThenForwardsIt() {
        try (Connection connection = connect();
                Connection other = connect()) {
            connection.setSoTimeout(200);
            other.setSoTimeout(5_000);
            assertThat(connection.ping()).isTrue();

            proxy.hold();

            assertThatThrownBy(connection::ping).isInstanceOf(JedisConnectionException.class);
            proxy.goOn();
            assertThat(other.ping()).isTrue();
        }
    }

    @Test
    void leavesConnectionsHalfOpenWhileNewOnesWork() {
        try (Connection connection = connect()) {
            connection.setSoTimeout(200);
            assertThat(connection.ping()).isTrue();

            proxy.leaveHalfOpen();

            assertThatThrownBy(connection::ping).isInstanceOf(JedisConnectionException.class);
            try (Connection other = connect()) {
                assertThat(other.ping()).isTrue();
            }
        }
    }

    @Test
    void goesOnWithHalfOpenConnectionsOnceTheyAreMended() {
        try (Connection connection = connect()) {
            assertThat(connection.ping()).isTrue();
            proxy.leaveHalfOpen();
            connection.sendCommand(Command.PING);

            proxy.mend();

            assertThat(connection.getStatusCodeReply()).isEqualTo("PONG");
        }
    }

    @Test
    void cutsConnectionsAndAcceptsNewOnes() {
        try (Connection connection = connect()) {
            assertThat(connection.ping()).isTrue();

            proxy.cut();

            assertThatThrownBy(connection::ping).isInstanceOf(JedisConnectionException.class);
        }
        try (Connection connection = connect()) {
            assertThat(connection.ping()).isTrue();
        }
    }

    @Test
    void refusesConnectionsOnceItIsClosed() {
        proxy.close();

        assertThatThrownBy(() -> connect().ping()).isInstanceOf(JedisConnectionException.class);
    }

    private Connection connect() {
        return new Connection(new HostAndPort("127.0.0.1", proxy.port()));
    }
}
