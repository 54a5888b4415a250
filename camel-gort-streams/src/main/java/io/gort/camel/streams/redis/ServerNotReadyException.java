package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/**
 * The server cannot serve this now but will later ({@code LOADING}, {@code BUSY}, {@code MASTERDOWN}, {@code
 * CLUSTERDOWN}, {@code TRYAGAIN}, too many clients).
 */
public final class ServerNotReadyException extends RedisStreamException {

    public ServerNotReadyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
