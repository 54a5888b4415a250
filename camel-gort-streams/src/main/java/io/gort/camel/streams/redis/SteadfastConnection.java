package io.gort.camel.streams.redis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * A connection that connects once. The driver's own connects again when it finds its socket closed, but does not
 * authenticate or select the database then.
 */
final class SteadfastConnection extends Connection {

    private boolean wasConnected;

    private SteadfastConnection(Builder builder) {
        super(builder);
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

    /** Makes such connections for the driver's pool. */
    static final class Maker extends Connection.Builder {

        @Override
        public Connection build() {
            Connection connection = new SteadfastConnection(this);
            connection.initializeFromClientConfig();
            return connection;
        }
    }
}
