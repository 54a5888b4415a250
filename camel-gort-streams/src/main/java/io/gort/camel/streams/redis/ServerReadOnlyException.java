package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/**
 * The server takes no writes: it is a replica or cannot persist ({@code READONLY}, {@code MISCONF}, {@code
 * NOREPLICAS}).
 */
public final class ServerReadOnlyException extends RedisStreamException {

    public ServerReadOnlyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
