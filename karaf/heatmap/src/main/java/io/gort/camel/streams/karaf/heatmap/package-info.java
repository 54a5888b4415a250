/** Makes heatmaps of the liquidations of configured symbols, in a Camel context of its own. */
@NullMarked
package io.gort.camel.streams.karaf.heatmap;

import org.jspecify.annotations.NullMarked;
