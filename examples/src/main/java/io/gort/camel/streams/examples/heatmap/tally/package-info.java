/**
 * Keeping the books: what this run published, and what became of each entry. Other clients may write to the same
 * streams and other members may read in the same group, so everything is counted by entry ids.
 */
@NullMarked
package io.gort.camel.streams.examples.heatmap.tally;

import org.jspecify.annotations.NullMarked;
