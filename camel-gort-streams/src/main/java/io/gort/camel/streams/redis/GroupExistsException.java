package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** The group is there already ({@code BUSYGROUP}). Nobody outside sees it. */
final class GroupExistsException extends RedisStreamException {

    GroupExistsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
