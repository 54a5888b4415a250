package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** There was no connection to the server to begin with: nothing was sent. */
public final class NoConnectionException extends ConnectionLostException {

    public NoConnectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
