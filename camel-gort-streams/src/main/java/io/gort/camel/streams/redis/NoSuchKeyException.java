package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The key does not exist ({@code ERR no such key}). */
public final class NoSuchKeyException extends RedisStreamException {

    public NoSuchKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
