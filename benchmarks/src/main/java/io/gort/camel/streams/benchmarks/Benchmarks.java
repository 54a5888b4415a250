package io.gort.camel.streams.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Runs benchmarks and tells what came out; {@code benchmarks/run.sh} starts it. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... arguments) throws Exception {
        Arguments wanted;
        try {
            wanted = Arguments.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        run(wanted, Path.of("target", "benchmarks"));
    }

    static void run(Arguments wanted, Path folder) throws Exception {
        try (TestBed bed = new TestBed()) {
            Report report = new Report(folder, setting(bed));
            for (Benchmark benchmark : wanted.benchmarks()) {
                try (Comparison comparison = benchmark.open(bed, wanted.scale())) {
                    report.add(wanted.rounds().run(benchmark, comparison));
                }
            }
            System.out.println(report);
        }
    }

    private static String setting(TestBed bed) {
        return bed.serverVersion() + " as a process of its own on the loopback interface, Java "
                + Runtime.version().feature() + ", " + Runtime.getRuntime().availableProcessors() + " processors.";
    }
}
