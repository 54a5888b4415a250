package io.gort.camel.streams.redis;

import org.jspecify.annotations.Nullable;

/** Makes a value of a raw reply: bytes, a {@link Long}, a list of such, or null. */
@FunctionalInterface
interface ReplyParser<T> {

    T parse(@Nullable Object reply);
}
