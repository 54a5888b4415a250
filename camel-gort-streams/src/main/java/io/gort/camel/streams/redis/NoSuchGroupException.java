package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/**
 * The group or its stream does not exist, or was removed under a blocked read ({@code NOGROUP}, {@code UNBLOCKED the
 * stream key no longer exists}).
 */
public final class NoSuchGroupException extends RedisStreamException {

    public NoSuchGroupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
