package io.gort.camel.streams.redis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * A connection that connects once. The driver's own connects again when it finds its socket closed, but does not
 * authenticate or select the database then.
 */
final class SteadfastConnection extends Connection {

    private boolean wasConnected;
    private boolean wasInitialized;

    private SteadfastConnection(Builder builder) {
        super(builder);
    }

    /** Connects, logs in and selects the database. */
    static Connection open(Builder builder) {
        SteadfastConnection connection = new SteadfastConnection(builder);
        connection.initializeFromClientConfig(builder.getClientConfig());
        return connection;
    }

    /** Once: version 8 of the driver does it again to a connection that it is given. */
    @Override
    protected void initializeFromClientConfig(JedisClientConfig config) {
        if (!wasInitialized) {
            super.initializeFromClientConfig(config);
            wasInitialized = true;
        }
    }

    @Override
    public void connect() {
        if (isConnected()) {
            return;
        }
        if (wasConnected) {
            throw new JedisConnectionException("connection closed");
        }
        super.connect();
        wasConnected = true;
    }
}
