/**
 * Cascades of liquidations: what happens to a symbol in one window of time, kept in Redis by the aggregator of Camel
 * until the window is over.
 */
@NullMarked
package io.gort.camel.streams.routes.cascade;

import org.jspecify.annotations.NullMarked;
