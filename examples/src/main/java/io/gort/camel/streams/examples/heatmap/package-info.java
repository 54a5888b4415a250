/** The liquidation heatmap example. Start it with {@code examples/run.sh}. */
@NullMarked
package io.gort.camel.streams.examples.heatmap;

import org.jspecify.annotations.NullMarked;
