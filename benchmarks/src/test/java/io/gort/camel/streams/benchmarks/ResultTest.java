package io.gort.camel.streams.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void comparesRoundByRoundAndTheBestOfAll() {
        Result result = Result.of(Benchmark.CONSUME, 100, samples(100, 200, 400), samples(90, 190, 240));

        assertThat(result.medianRatio()).isEqualTo(0.9);
        assertThat(result.bestRatio()).isEqualTo(0.6);
        assertThat(result.driver()).isEqualTo(new Result.Side("200", "400", 1));
        assertThat(result.component()).isEqualTo(new Result.Side("190", "240", 1));
        assertThat(result.aim()).isEqualTo("at least 0.95");
    }

    @Test
    void takesTheShortestTimeForTheBest() {
        Result result = Result.of(Benchmark.SEND, 100, samples(10, 20), samples(11, 24));

        assertThat(result.bestRatio()).isEqualTo(1.1);
        assertThat(result.component()).isEqualTo(new Result.Side("17.5", "11.0", 1));
        assertThat(result.aim()).isEqualTo("at most 1.15");
    }

    private static List<Sample> samples(double... figures) {
        return DoubleStream.of(figures)
                .mapToObj(figure -> new Sample(figure, 1))
                .toList();
    }
}
