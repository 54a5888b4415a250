/**
 * The state of heatmaps in Redis, shared by all members of a group. {@link
 * io.gort.camel.streams.routes.heatmap.store.HeatmapStore} counts each entry once in effect and reads what was counted.
 */
@NullMarked
package io.gort.camel.streams.routes.heatmap.store;

import org.jspecify.annotations.NullMarked;
