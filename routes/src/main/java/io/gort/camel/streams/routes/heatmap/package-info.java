/**
 * Liquidation heatmaps: which price levels saw how much forced selling and buying. {@link
 * io.gort.camel.streams.routes.heatmap.Heatmaps} counts events, {@link
 * io.gort.camel.streams.routes.heatmap.HeatmapBuilder} turns what was counted into a heatmap, without side effects.
 */
@NullMarked
package io.gort.camel.streams.routes.heatmap;

import org.jspecify.annotations.NullMarked;
