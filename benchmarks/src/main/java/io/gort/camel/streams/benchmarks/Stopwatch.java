package io.gort.camel.streams.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Takes the time of a stretch of work, by the clock and in CPU time of this JVM. It runs from when it is made. */
final class Stopwatch {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long cpuAtStart = SYSTEM.getProcessCpuTime();
    private final long start = System.nanoTime();

    /** So many entries are done: how many that is a second. */
    Sample entriesPerSecond(int entries) {
        long nanos = System.nanoTime() - start;
        return new Sample(entries * 1e9 / nanos, cpuMicros(entries));
    }

    /** So many entries are done: the CPU time for each of them. */
    double cpuMicros(int entries) {
        return (SYSTEM.getProcessCpuTime() - cpuAtStart) / 1e3 / entries;
    }
}
