package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The server does not accept who we say we are ({@code NOAUTH}, {@code WRONGPASS}). */
public final class AuthenticationFailedException extends RedisStreamException {

    public AuthenticationFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
