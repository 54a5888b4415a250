package io.gort.camel.streams.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every benchmark for a moment, so that none is broken unseen; the figures of so short a run mean nothing. */
class BenchmarksIT {

    @Test
    void runsEachBenchmarkAndReportsIt(@TempDir Path folder) throws Exception {
        Benchmarks.run(new Arguments(List.of(Benchmark.values()), new Rounds(0, 2), 0.001), folder);

        assertThat(folder.resolve("report.md"))
                .content()
                .contains(
                        "| consume |",
                        "| send |",
                        "| list |",
                        "| threads |",
                        "| threads-async |",
                        "| forward |",
                        "| aggregate |",
                        "| aggregate-scattered |",
                        "| 2 × 1000 |");
        assertThat(Files.readString(folder.resolve("report.json"))).contains("\"medianRatio\"", "\"cpuMicros\"");
    }
}
