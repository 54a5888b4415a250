package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The server could not be reached, hung up, or did not answer in time. Whether it did what was asked is unknown. */
public final class ConnectionLostException extends RedisStreamException {

    public ConnectionLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
