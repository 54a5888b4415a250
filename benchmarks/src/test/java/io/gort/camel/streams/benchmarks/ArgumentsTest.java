package io.gort.camel.streams.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void measuresEverythingWithoutArguments() {
        assertThat(Arguments.parse(List.of()))
                .isEqualTo(new Arguments(List.of(Benchmark.values()), new Rounds(4, 9), 1));
    }

    @Test
    void takesNamesAndNumbers() {
        assertThat(Arguments.parse(List.of("send", "--rounds", "5", "consume", "--warm-up", "0", "--scale", "0.5")))
                .isEqualTo(new Arguments(List.of(Benchmark.SEND, Benchmark.CONSUME), new Rounds(0, 5), 0.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent         | benchmark: sent (expected: one of [consume, send, list, threads, threads-async, forward, aggregate, aggregate-scattered])",
                "--rounds 0   | --rounds: 0 (expected: 1 or more)",
                "--warm-up -1 | --warm-up: -1 (expected: 0 or more)",
                "--scale      | --scale: none (expected: a number)",
                "--scale much | --scale: much (expected: a number)"
            })
    void namesWhatItDoesNotUnderstand(String arguments, String message) {
        assertThatThrownBy(() -> Arguments.parse(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
