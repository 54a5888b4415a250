package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultRedisCredentials;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Opens connections for the driver's pool, each with the credentials of the moment. */
final class ConnectionOpener extends Connection.Builder {

    private final SocketOpener sockets;
    private final JedisClientConfig config;
    private final CredentialsProvider login;
    private final String where;

    /**
     * @param config what all connections have in common
     * @param where  for messages: where the connections lead
     */
    ConnectionOpener(SocketOpener sockets, JedisClientConfig config, CredentialsProvider login, String where) {
        this.sockets = sockets;
        this.config = config;
        this.login = login;
        this.where = where;
    }

    @Override
    public Connection build() {
        return createConnection();
    }

    /** What the driver's pool calls from version 8 on, in place of {@link #build()}; older versions do not know it. */
    protected Connection createConnection() {
        Credentials credentials = credentials();
        try {
            return open(credentials);
        } catch (JedisAccessControlException e) {
            Credentials now = credentials(); // they may have changed between the answer and its use
            if (now.equals(credentials)) {
                throw e;
            }
            return open(now);
        }
    }

    private Connection open(Credentials credentials) {
        DefaultJedisClientConfig.Builder mine =
                DefaultJedisClientConfig.builder().from(config);
        if (credentials.password() != null) {
            mine.credentials(new DefaultRedisCredentials(credentials.username(), credentials.password()));
        }
        try {
            return SteadfastConnection.open(
                    Connection.builder().socketFactory(sockets).clientConfig(mine.build()));
        } catch (JedisConnectionException e) {
            if (sockets.isSecured() || !RedisErrors.isHangUp(e)) {
                throw e;
            }
            throw new ConnectionLostException(
                    where + " hangs up at once: " + RedisErrors.reason(e)
                            + " (ssl: false, expected: true if the server speaks TLS)",
                    e);
        }
    }

    private Credentials credentials() {
        try {
            return login.credentials();
        } catch (RuntimeException e) { // goes no further than its type: its message may hold a secret
            throw new AuthenticationFailedException(
                    "credentialsProvider: " + e.getClass().getName() + " (expected: credentials)", null);
        }
    }
}
