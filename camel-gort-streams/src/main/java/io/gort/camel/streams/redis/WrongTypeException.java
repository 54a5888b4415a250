package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The key holds something other than a stream ({@code WRONGTYPE}). */
public final class WrongTypeException extends RedisStreamException {

    public WrongTypeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
