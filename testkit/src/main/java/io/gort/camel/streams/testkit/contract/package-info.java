/**
 * What every {@link io.gort.camel.streams.redis.StreamClient} must do, as tests: an implementation passes when a class
 * that extends {@link io.gort.camel.streams.testkit.contract.StreamClientContract} passes.
 */
@NullMarked
package io.gort.camel.streams.testkit.contract;

import org.jspecify.annotations.NullMarked;
