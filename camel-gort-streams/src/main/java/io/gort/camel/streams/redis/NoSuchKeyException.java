package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** There is no such key where one is needed ({@code ERR no such key}, {@code … requires the key to exist}). */
public final class NoSuchKeyException extends RedisStreamException {

    public NoSuchKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
