/**
 * A Redis for tests, and what makes tests against it short: unique keys, waiting with a limit, servers that can be
 * stopped, killed, frozen and started again.
 */
@NullMarked
package io.gort.camel.streams.testkit;

import org.jspecify.annotations.NullMarked;
