package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.HeatmapState;

/**
 * What one window holds.
 *
 * @param state   the window's content
 * @param version grows whenever something is counted for the symbol
 */
public record StoredState(HeatmapState state, long version) {}
