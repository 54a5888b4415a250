package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.entry.ServerAddress;
import java.time.Duration;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.util.Pool;

/**
 * Where connections come from: commands share those of a pool, readers get one of their own, made like the pool's but
 * not counted there.
 */
final class ConnectionSource implements AutoCloseable {

    private final Pool<Connection> pool;
    private final String where;
    private final Duration longestWait;
    private final boolean owned;

    private ConnectionSource(Pool<Connection> pool, String where, Duration longestWait, boolean owned) {
        this.pool = pool;
        this.where = where;
        this.longestWait = longestWait;
        this.owned = owned;
    }

    /**
     * A pool of our own. Nothing is connected before it is needed.
     *
     * @param address  where the server is; asked for each connection
     * @param database the number of the database
     * @param where    for messages: where the connections lead
     */
    static ConnectionSource to(
            Supplier<ServerAddress> address, int database, ConnectionSettings settings, String where) {
        JedisClientConfig config = DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .database(database)
                .connectionTimeoutMillis(SocketOpener.millis(settings.connectTimeout()))
                .socketTimeoutMillis(SocketOpener.millis(settings.commandTimeout()))
                .clientName(settings.clientName())
                .build();
        SocketOpener sockets =
                new SocketOpener(address, settings.tls(), settings.connectTimeout(), settings.commandTimeout());
        ConnectionFactory factory = ConnectionFactory.builder()
                .clientConfig(config)
                .socketFactory(sockets)
                .connectionBuilder(new ConnectionOpener(sockets, config, settings.login(), where))
                .build();
        return new ConnectionSource(
                new ConnectionPool(factory, poolConfig(settings)), where, settings.commandTimeout(), true);
    }

    /** A pool of somebody else, who closes it. */
    static ConnectionSource borrowed(Pool<Connection> pool, String owner) {
        Duration wait = pool.getMaxWaitDuration();
        Duration longestWait = wait.isNegative() ? Duration.ofMillis(Protocol.DEFAULT_TIMEOUT) : wait;
        return new ConnectionSource(pool, "the server of the given " + owner, longestWait, false);
    }

    /** Lends a connection of the pool; it must be {@linkplain #giveBack given back}. */
    ServerLink borrow(Object what) {
        while (true) {
            ServerLink link = new ServerLink(borrowConnection(what), where);
            if (link.isReusable()) {
                return link;
            }
            giveBack(link);
        }
    }

    /** Takes a connection back. One that is lost, or has replies still to come, is thrown away. */
    void giveBack(ServerLink link) {
        if (link.isReusable()) {
            pool.returnResource(link.connection());
            return;
        }
        link.drop();
        throwAway(link.connection());
        if (owned) {
            pool.clear(); // the idle ones have most likely gone the same way
        }
    }

    private void throwAway(Connection connection) {
        try {
            pool.returnBrokenResource(connection);
        } catch (RuntimeException e) {
            // the pool has dropped it, but could not make another one for somebody who waits; he will hear of it
            // himself
        }
    }

    /** Opens a connection for one user, who drops it in the end. */
    ServerLink dedicated() {
        try {
            return new ServerLink(pool.getFactory().makeObject().getObject(), where);
        } catch (Exception e) {
            throw failed("opening a reader", e);
        }
    }

    PoolUse use() {
        return new PoolUse(where, pool.getNumActive(), pool.getNumIdle(), pool.getNumWaiters());
    }

    @Override
    public void close() {
        if (owned) {
            pool.close();
        }
    }

    private Connection borrowConnection(Object what) {
        try {
            return pool.borrowObject(longestWait);
        } catch (Exception e) {
            throw failed(what, e);
        }
    }

    private RedisStreamException failed(Object what, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new RedisStreamException("interrupted while waiting for a connection to " + where, e);
        }
        RedisStreamException failure = RedisErrors.translate(where, what, e);
        return failure instanceof ConnectionLostException
                ? new NoConnectionException(String.valueOf(failure.getMessage()), e)
                : failure;
    }

    private static ConnectionPoolConfig poolConfig(ConnectionSettings settings) {
        ConnectionPoolConfig config = new ConnectionPoolConfig();
        config.setMaxTotal(settings.poolSize());
        config.setMaxIdle(settings.poolSize());
        config.setTestWhileIdle(false); // the driver would log a stack trace for each connection of a lost server
        config.setJmxEnabled(false);
        return config;
    }
}
