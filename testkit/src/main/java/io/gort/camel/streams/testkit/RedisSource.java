package io.gort.camel.streams.testkit;

import java.util.Optional;

/** One way of getting a Redis for tests. */
interface RedisSource {

    /** How a log line calls it. */
    String name();

    /**
     * A Redis that answers, or empty if there is none to be had this way.
     *
     * @throws IllegalStateException if one was explicitly asked for and does not answer
     */
    Optional<RedisUnderTest> open();
}
