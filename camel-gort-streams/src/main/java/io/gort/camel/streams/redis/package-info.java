/**
 * The gateway to Redis: {@link io.gort.camel.streams.redis.StreamClient} says what we ask of a server, and this package
 * alone knows the driver that does it.
 */
@NullMarked
package io.gort.camel.streams.redis;

import org.jspecify.annotations.NullMarked;
