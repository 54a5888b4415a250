package io.gort.camel.streams.benchmarks;

import java.util.List;
import java.util.Locale;

/** What the figure of a benchmark counts. */
enum Unit {
    ENTRIES_PER_SECOND("entries/s", "%.0f", "at least"),
    MEDIAN_MICROS("µs (median of a round)", "%.1f", "at most");

    private final String text;
    private final String format;
    private final String bound;

    Unit(String text, String format, String bound) {
        this.text = text;
        this.format = format;
        this.bound = bound;
    }

    String text() {
        return text;
    }

    /** Which way an aim bounds the ratio. */
    String bound() {
        return bound;
    }

    String format(double figure) {
        return String.format(Locale.ROOT, format, figure);
    }

    /** The best of several figures. */
    double best(List<Double> figures) {
        return figures.stream()
                .reduce(this == ENTRIES_PER_SECOND ? Math::max : Math::min)
                .orElseThrow();
    }
}
