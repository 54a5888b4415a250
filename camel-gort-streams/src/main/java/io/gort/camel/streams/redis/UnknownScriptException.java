package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The server does not know the script ({@code NOSCRIPT}); it has to be sent as a whole. Nobody outside sees it. */
final class UnknownScriptException extends RedisStreamException {

    UnknownScriptException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
