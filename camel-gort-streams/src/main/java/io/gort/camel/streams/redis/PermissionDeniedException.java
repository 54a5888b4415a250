package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The user may not do this ({@code NOPERM}). */
public final class PermissionDeniedException extends RedisStreamException {

    public PermissionDeniedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
