package io.gort.camel.streams.examples.heatmap.options;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What this run shall do.
 *
 * @param port   the HTTP port; 0: a free one
 * @param redis  an existing server; absent: an embedded one
 * @param rate   events per second; absent: 500 when simulated, as fast as allowed from an input
 * @param runFor how long to run; absent: until Ctrl-C
 * @param input  a file of events, {@code -} for standard input; absent: the simulation
 * @param seed   what the simulation starts from: the same seed, the same events
 */
public record RunOptions(
        int port,
        @Nullable RedisAddress redis,
        @Nullable Integer rate,
        @Nullable Duration runFor,
        @Nullable String input,
        long seed) {}
