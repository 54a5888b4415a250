package io.gort.camel.streams.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a benchmark is run.
 *
 * @param warmUp   rounds that do not count, until the compiler has done its work
 * @param measured rounds that count
 */
record Rounds(int warmUp, int measured) {

    Rounds {
        if (warmUp < 0) {
            throw new IllegalArgumentException("--warm-up: " + warmUp + " (expected: 0 or more)");
        }
        if (measured < 1) {
            throw new IllegalArgumentException("--rounds: " + measured + " (expected: 1 or more)");
        }
    }

    /** Runs both sides in turns, the one first in one round, the other in the next. */
    Result run(Benchmark benchmark, Comparison comparison) throws Exception {
        List<Sample> driver = new ArrayList<>();
        List<Sample> component = new ArrayList<>();
        for (int round = 0; round < warmUp + measured; round++) {
            boolean driverFirst = round % 2 == 0;
            Sample one = driverFirst ? afterCleaning(comparison::withDriver) : afterCleaning(comparison::withComponent);
            Sample two = driverFirst ? afterCleaning(comparison::withComponent) : afterCleaning(comparison::withDriver);
            if (round >= warmUp) {
                driver.add(driverFirst ? one : two);
                component.add(driverFirst ? two : one);
            }
        }
        return Result.of(benchmark, comparison.entries(), driver, component);
    }

    /** One side's work. */
    @FunctionalInterface
    private interface Work {
        Sample run() throws Exception;
    }

    /** Neither side is to pay for the other's garbage. */
    private static Sample afterCleaning(Work work) throws Exception {
        System.gc();
        return work.run();
    }
}
