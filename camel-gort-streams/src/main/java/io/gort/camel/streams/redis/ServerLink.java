package io.gort.camel.streams.redis;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * One connection to a server. It counts the replies that are still to come, so that nobody ever reads what was meant
 * for somebody else, and it is never connected again once it was lost: the driver would do that without authentication
 * and in the wrong database.
 */
final class ServerLink {

    private final Connection connection;
    private final String where;
    private int outstanding;
    private boolean outdated;
    private volatile boolean dropped;

    /**
     * @param where for messages: where the connection leads
     */
    ServerLink(Connection connection, String where) {
        this.connection = connection;
        this.where = where;
    }

    /** Writes the command; it is on its way at the next {@link #receive} at the latest. */
    void send(RedisCommand command) {
        requireOpen(command);
        try {
            connection.sendCommand(command.arguments());
            outstanding++;
        } catch (RuntimeException e) {
            drop();
            throw RedisErrors.translate(where, command, e);
        }
        requireOpen(command);
    }

    /**
     * Waits for the next reply. An error reply is thrown and leaves the connection usable; any other trouble ends it.
     */
    <T> T receive(RedisCommand command, ReplyParser<T> parser) {
        try {
            Object reply = connection.getOne();
            outstanding--;
            return parser.parse(reply);
        } catch (JedisDataException e) {
            outstanding--;
            outdated |= RedisErrors.outdatesConnection(e);
            if (RedisErrors.endsConnection(e)) {
                drop();
            }
            throw RedisErrors.translate(where, command, e);
        } catch (RedisStreamException e) {
            throw e;
        } catch (RuntimeException e) {
            if (dropped) {
                throw closed(command, e);
            }
            drop();
            throw RedisErrors.translate(where, command, e);
        }
    }

    /** How long the server may take for a reply; longer, and the connection counts as lost. */
    void answerWithin(Duration time) {
        int millis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
        if (connection.getSoTimeout() == millis) {
            return;
        }
        try {
            connection.setSoTimeout(millis);
        } catch (RuntimeException e) {
            drop();
            throw RedisErrors.lost(where, "setting the timeout", e);
        }
    }

    /** Whether the next user finds it as if it were new. */
    boolean isReusable() {
        return !isLost() && !outdated && outstanding == 0 && connection.isConnected();
    }

    /** Whether it is of no more use to anyone. */
    boolean isLost() {
        return dropped || connection.isBroken();
    }

    /** Cuts the connection, whoever may be waiting on it, without sending what is not sent yet. */
    void drop() {
        dropped = true;
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            connection.setBroken();
        }
    }

    Connection connection() {
        return connection;
    }

    private void requireOpen(RedisCommand command) {
        if (isLost() || !connection.isConnected()) {
            drop();
            throw closed(command, null);
        }
    }

    private RedisStreamException closed(RedisCommand command, @Nullable Throwable cause) {
        return new ConnectionLostException("the connection to " + where + " is closed (tried " + command + ")", cause);
    }
}
