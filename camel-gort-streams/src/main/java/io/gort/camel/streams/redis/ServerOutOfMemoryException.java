package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The server's memory is full ({@code OOM}). */
public final class ServerOutOfMemoryException extends RedisStreamException {

    public ServerOutOfMemoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
