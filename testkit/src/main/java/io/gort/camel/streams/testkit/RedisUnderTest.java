package io.gort.camel.streams.testkit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;

/** Where a Redis for tests is, and a client of its own to look at it from outside. */
public final class RedisUnderTest implements AutoCloseable {

    private final HostAndPort address;
    private final @Nullable String username;
    private final @Nullable String password;
    private final int database;
    private @Nullable RedisClient client;

    private RedisUnderTest(HostAndPort address, @Nullable String username, @Nullable String password, int database) {
        this.address = address;
        this.username = username;
        this.password = password;
        this.database = database;
    }

    /** A Redis that asks for no password. */
    public static RedisUnderTest at(String host, int port) {
        return new RedisUnderTest(new HostAndPort(host, port), null, null, 0);
    }

    /**
     * The Redis that a {@code redis://[username[:password]@]host[:port][/database]} URL names.
     *
     * @throws IllegalArgumentException if the URL has another form; its message holds no password
     */
    public static RedisUnderTest at(URI url) {
        if (!"redis".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("Redis URL: '" + url.getScheme() + "://" + url.getHost()
                    + "' (expected: redis://[username[:password]@]host[:port][/database])");
        }
        int port = url.getPort() < 0 ? 6379 : url.getPort();
        String path = url.getPath() == null ? "" : url.getPath().replace("/", "");
        int database = path.isEmpty() ? 0 : Integer.parseInt(path);
        @Nullable String userInfo = url.getUserInfo();
        if (userInfo == null || userInfo.isEmpty()) {
            return new RedisUnderTest(new HostAndPort(url.getHost(), port), null, null, database);
        }
        int colon = userInfo.indexOf(':');
        String username = colon < 0 ? userInfo : userInfo.substring(0, colon);
        @Nullable String password = colon < 0 ? null : userInfo.substring(colon + 1);
        return new RedisUnderTest(
                new HostAndPort(url.getHost(), port), username.isEmpty() ? null : username, password, database);
    }

    /** The same server, seen by another user; {@code null} means the default user. */
    public RedisUnderTest as(@Nullable String otherUsername, @Nullable String otherPassword) {
        return new RedisUnderTest(address, otherUsername, otherPassword, database);
    }

    public String host() {
        return address.getHost();
    }

    public int port() {
        return address.getPort();
    }

    public @Nullable String username() {
        return username;
    }

    public @Nullable String password() {
        return password;
    }

    public int database() {
        return database;
    }

    /** The address with the credentials, as Redis clients take it. */
    public URI uri() {
        String credentials = password == null ? "" : encoded(username) + ":" + encoded(password) + "@";
        return URI.create("redis://" + credentials + host() + ":" + port() + "/" + database);
    }

    /** A client for assertions, one for all callers, closed with this object. It never waits longer than 5 seconds. */
    public synchronized RedisClient client() {
        if (client == null) {
            client = newClient();
        }
        return client;
    }

    /** A client of the caller's own, which the caller closes. */
    public RedisClient newClient() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setTestOnBorrow(true); // a restarted server must not fail the next assertion
        return RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(clientConfig())
                .poolConfig(pool)
                .build();
    }

    /** Waits for something to become true on this Redis. */
    public Eventually eventually() {
        return Eventually.on(client());
    }

    JedisClientConfig clientConfig() {
        return DefaultJedisClientConfig.builder()
                .user(username)
                .password(password)
                .database(database)
                .connectionTimeoutMillis(2_000)
                .socketTimeoutMillis(5_000)
                .clientName("testkit")
                .build();
    }

    HostAndPort address() {
        return address;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    /** The address without any password. */
    @Override
    public String toString() {
        return address.toString();
    }

    private static String encoded(@Nullable String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
