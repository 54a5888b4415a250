/** The application: Redis, Camel and the run from start to tally. */
@NullMarked
package io.gort.camel.streams.examples.heatmap.app;

import org.jspecify.annotations.NullMarked;
