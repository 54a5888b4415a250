package io.gort.camel.streams.benchmarks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What is wanted.
 *
 * @param scale how much of the usual number of entries a round has
 */
record Arguments(List<Benchmark> benchmarks, Rounds rounds, double scale) {

    private static final Rounds USUAL = new Rounds(4, 9);

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it cannot be understood
     */
    static Arguments parse(List<String> arguments) {
        List<Benchmark> benchmarks = new ArrayList<>();
        Rounds rounds = USUAL;
        double scale = 1;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--rounds" -> rounds = new Rounds(rounds.warmUp(), (int) number(argument, rest));
                case "--warm-up" -> rounds = new Rounds((int) number(argument, rest), rounds.measured());
                case "--scale" -> scale = number(argument, rest);
                default -> benchmarks.add(Benchmark.named(argument));
            }
        }
        return new Arguments(benchmarks.isEmpty() ? List.of(Benchmark.values()) : benchmarks, rounds, scale);
    }

    private static double number(String option, Iterator<String> rest) {
        String text = rest.hasNext() ? rest.next() : "none";
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": " + text + " (expected: a number)", e);
        }
    }
}
