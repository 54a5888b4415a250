package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

class RedisErrorsTest {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    /** What servers say, from Redis 6.2, 7.0 and Valkey 8, and what it means. */
    private static final Map<String, Class<?>> REPLIES = Map.ofEntries(
            Map.entry("NOGROUP No such key 's' or consumer group 'g'", NoSuchGroupException.class),
            Map.entry("UNBLOCKED the stream key no longer exists", NoSuchGroupException.class),
            Map.entry(
                    "UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)",
                    ServerReadOnlyException.class),
            Map.entry("UNBLOCKED client unblocked via CLIENT UNBLOCK", RedisStreamException.class),
            Map.entry("WRONGTYPE Operation against a key holding the wrong kind of value", WrongTypeException.class),
            Map.entry("NOAUTH Authentication required.", AuthenticationFailedException.class),
            Map.entry("WRONGPASS invalid username-password pair", AuthenticationFailedException.class),
            Map.entry("DENIED Redis is running in protected mode", AuthenticationFailedException.class),
            Map.entry(
                    "ERR AUTH <password> called without any password configured for the default user",
                    AuthenticationFailedException.class),
            Map.entry("NOPERM this user has no permissions to run the 'xadd' command", PermissionDeniedException.class),
            Map.entry("LOADING Redis is loading the dataset in memory", ServerNotReadyException.class),
            Map.entry("BUSY Redis is busy running a script", ServerNotReadyException.class),
            Map.entry("MASTERDOWN Link with MASTER is down", ServerNotReadyException.class),
            Map.entry("CLUSTERDOWN Hash slot not served", ServerNotReadyException.class),
            Map.entry("TRYAGAIN Multiple keys request during rehashing of slot", ServerNotReadyException.class),
            Map.entry("ERR max number of clients reached", ServerNotReadyException.class),
            Map.entry("READONLY You can't write against a read only replica.", ServerReadOnlyException.class),
            Map.entry("MISCONF Redis is configured to save RDB snapshots", ServerReadOnlyException.class),
            Map.entry("NOREPLICAS Not enough good replicas to write.", ServerReadOnlyException.class),
            Map.entry("MOVED 3999 127.0.0.1:6381", RedirectedException.class),
            Map.entry("ASK 3999 127.0.0.1:6381", RedirectedException.class),
            Map.entry("OOM command not allowed when used memory > 'maxmemory'.", ServerOutOfMemoryException.class),
            Map.entry("NOSCRIPT No matching script. Please use EVAL.", UnknownScriptException.class),
            Map.entry("BUSYGROUP Consumer Group name already exists", GroupExistsException.class),
            Map.entry("ERR no such key", NoSuchKeyException.class),
            Map.entry("ERR DB index is out of range", RedisStreamException.class),
            Map.entry("ERR invalid DB index", RedisStreamException.class),
            Map.entry("ERR syntax error", RedisStreamException.class),
            Map.entry("NOGROUPS is not NOGROUP", RedisStreamException.class),
            Map.entry(
                    "NOGROUP No such key 's' or consumer group 'g' script: " + SHA + ", on @user_script:12.",
                    NoSuchGroupException.class),
            Map.entry(
                    "ERR Error running script (call to f_" + SHA + "): @user_script:12: @user_script: 12: NOGROUP No"
                            + " such key 's'",
                    NoSuchGroupException.class),
            Map.entry(
                    "ERR Error running script (call to f_" + SHA + "): @user_script:3: -OOM command not allowed",
                    ServerOutOfMemoryException.class),
            Map.entry(
                    "@user_script: 20: -OOM command not allowed when used memory > 'maxmemory'.",
                    ServerOutOfMemoryException.class),
            Map.entry(
                    "ERR Error running script (call to f_" + SHA + "): @user_script:3: @user_script: 3: The user"
                            + " executing the script can't run this command or subcommand",
                    PermissionDeniedException.class),
            Map.entry(
                    "ERR ACL failure in script: User reader has no permissions to run the 'xpending' command script: "
                            + SHA + ", on @user_script:6.",
                    PermissionDeniedException.class),
            Map.entry("ERR user_script:3: attempt to index a nil value", RedisStreamException.class));

    @TestFactory
    Stream<DynamicTest> tellsErrorRepliesApart() {
        return REPLIES.entrySet().stream()
                .map(expected -> DynamicTest.dynamicTest(
                        expected.getKey(),
                        () -> assertThat(translate(new JedisDataException(expected.getKey())))
                                .isExactlyInstanceOf(expected.getValue())
                                .hasMessageStartingWith("localhost:6379/0 refused XADD orders: ")));
    }

    @Test
    void saysTheErrorAsItWouldReadOutsideOfAScript() {
        String inside = "WRONGTYPE Operation against a key script: " + SHA + ", on @user_script:12.";

        assertThat(translate(new JedisDataException(inside)))
                .hasMessage("localhost:6379/0 refused XADD orders: WRONGTYPE Operation against a key");
    }

    @Test
    void namesTheOptionOfAWrongDatabase() {
        assertThat(translate(new JedisDataException("ERR DB index is out of range")))
                .hasMessageContaining("option database");
    }

    @Test
    void findsTheAuthenticationErrorUnderTheFailureToConnect() {
        JedisException failure = new JedisException(
                "Could not get a resource from the pool", new JedisAccessControlException("WRONGPASS invalid"));

        assertThat(translate(failure)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void saysWhyTheServerDoesNotAnswer() {
        JedisConnectionException refused = new JedisConnectionException("Failed to connect to localhost:6379.");
        refused.addSuppressed(new ConnectException("Connection refused"));

        assertThat(translate(refused))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessage("localhost:6379/0 does not answer: Connection refused (tried XADD orders)")
                .hasCause(refused);
    }

    @Test
    void takesEveryTroubleOfTheConnectionForALostOne() {
        assertThat(translate(new JedisConnectionException("Unexpected end of stream.")))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("Unexpected end of stream.");
        assertThat(translate(new JedisConnectionException(new SocketTimeoutException("Read timed out"))))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("no reply in time");
        assertThat(translate(new JedisConnectionException(new SocketException("Socket closed"))))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(translate(new NoSuchElementException("Timeout waiting for idle object")))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessage("no connection to localhost:6379/0 became free in time (tried XADD orders)");
        assertThat(translate(new IllegalStateException("Pool not open"))).isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void neverRepeatsArgumentsThatTheServerRepeats() {
        String reply = "ERR unknown command 'AUTH', with args beginning with: 's3cret' ";
        RedisStreamException failure = translate(new JedisDataException(reply));

        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).contains("ERR unknown command 'AUTH'").doesNotContain("s3cret");
    }

    @Test
    void takesAnythingElseForAnUnexpectedReply() {
        assertThat(translate(new ClassCastException("no list")))
                .isExactlyInstanceOf(RedisStreamException.class)
                .hasMessageContaining("unexpected reply to XADD orders");
    }

    @Test
    void leavesOurOwnErrorsAsTheyAre() {
        RedisStreamException ours = new RedisStreamException("ours", null);

        assertThat(translate(ours)).isSameAs(ours);
    }

    private static RedisStreamException translate(Throwable trouble) {
        return RedisErrors.translate("localhost:6379/0", "XADD orders", trouble);
    }
}
