/** Where events come from, a simulation or an input, and how they get published. */
@NullMarked
package io.gort.camel.streams.examples.heatmap.feed;

import org.jspecify.annotations.NullMarked;
