/**
 * What "reliable" means here, as numbered cases against a real server: an installation passes when a class that extends
 * {@link io.gort.camel.streams.testkit.conformance.ConformanceSuite} passes. Each case compares sets of entry ids, and
 * the results go into {@code target/conformance}.
 */
@NullMarked
package io.gort.camel.streams.testkit.conformance;

import org.jspecify.annotations.NullMarked;
