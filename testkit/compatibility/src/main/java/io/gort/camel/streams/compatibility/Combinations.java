package io.gort.camel.streams.compatibility;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which combinations of versions are worth a run: the usual one, each other version with what is usual of the rest, all
 * the oldest together and all the newest together. A combination is a version of each thing, always in the same order.
 *
 * @param usual  what the build itself uses
 * @param oldest the oldest of each
 * @param newest the newest of each
 */
record Combinations(List<String> usual, List<String> oldest, List<String> newest) {

    /**
     * Of all combinations, the first being of all the oldest and the last of all the newest.
     *
     * @throws IllegalArgumentException if the usual one is not among them
     */
    static Combinations of(List<List<String>> all, List<String> usual) {
        if (!all.contains(usual)) {
            throw new IllegalArgumentException("usual: " + usual + " (expected: one of " + all + ")");
        }
        return new Combinations(usual, all.get(0), all.get(all.size() - 1));
    }

    boolean include(List<String> combination) {
        return unusual(combination) <= 1 || combination.equals(oldest) || combination.equals(newest);
    }

    private long unusual(List<String> combination) {
        return IntStream.range(0, usual.size())
                .filter(i -> !usual.get(i).equals(combination.get(i)))
                .count();
    }
}
