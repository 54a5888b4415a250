/**
 * Measures the component beside the bare driver: both sides do the same work in turns, on one server in one run, as
 * only ratios within a run tell anything. Begin reading at {@link io.gort.camel.streams.benchmarks.Benchmark}.
 */
@NullMarked
package io.gort.camel.streams.benchmarks;

import org.jspecify.annotations.NullMarked;
