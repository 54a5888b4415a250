package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, hung up, or did not answer in time. Whether it did what was asked is unknown, unless
 * this is a {@link NoConnectionException}.
 */
public sealed class ConnectionLostException extends RedisStreamException permits NoConnectionException {

    public ConnectionLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
