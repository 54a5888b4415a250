package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/**
 * Redis did not do what we asked. The subclasses tell the kinds of trouble apart for which there is a rule of their
 * own; this class itself stands for any other error reply.
 */
public class RedisStreamException extends RuntimeException {

    public RedisStreamException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
