package io.gort.camel.streams.benchmarks;

/**
 * What one side of a round has shown.
 *
 * @param figure    in the unit of the benchmark
 * @param cpuMicros CPU time of this JVM per entry, in microseconds; the server's own is not in it
 */
record Sample(double figure, double cpuMicros) {}
