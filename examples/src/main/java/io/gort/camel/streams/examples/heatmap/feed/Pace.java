package io.gort.camel.streams.examples.heatmap.feed;

import java.util.function.LongSupplier;

/**
 * How many events are due, at a rate that may come in waves: it swings by {@code swing} around the mean once in three
 * seconds. After each whole wave exactly the mean is reached. What was not taken at once is caught up with later, but
 * no more than a second's worth.
 */
final class Pace {

    private static final double WAVE_SECONDS = 3;
    private static final double NANOS = 1e9;

    private final double rate;
    private final double swing;
    private final LongSupplier nanoClock;
    private final long start;
    private double taken;

    /**
     * @param rate      the mean, in events per second
     * @param swing     0 for a steady pace, below 1
     * @param nanoClock the time, as {@link System#nanoTime()}
     */
    Pace(double rate, double swing, LongSupplier nanoClock) {
        this.rate = rate;
        this.swing = swing;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    /** How many events are due now. */
    int due() {
        double earned = earned((nanoClock.getAsLong() - start) / NANOS);
        taken = Math.max(taken, earned - Math.max(rate, 1));
        return (int) Math.floor(earned - taken);
    }

    /** Tells that so many events were taken. */
    void took(int events) {
        taken += events;
    }

    /** The events from the start until then: the rate summed up over time. */
    private double earned(double seconds) {
        double angle = 2 * Math.PI / WAVE_SECONDS;
        return rate * (seconds - swing * Math.sin(angle * seconds) / angle);
    }
}
