package io.gort.camel.streams.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a benchmark has shown.
 *
 * @param entries     how many each side dealt with in a round
 * @param medianRatio the component's figure divided by the driver's: the median over the rounds
 * @param bestRatio   the same of the best figures
 * @param aim         the ratio that we want, and which way it is a bound
 */
record Result(
        String name,
        String work,
        String unit,
        int rounds,
        int entries,
        Side driver,
        Side component,
        double medianRatio,
        double bestRatio,
        String aim) {

    /**
     * One side's figures.
     *
     * @param median    over the rounds
     * @param best      of the rounds
     * @param cpuMicros CPU time of the JVM per entry in microseconds, the median over the rounds
     */
    record Side(String median, String best, double cpuMicros) {}

    static Result of(Benchmark benchmark, int entries, List<Sample> driver, List<Sample> component) {
        Unit unit = benchmark.unit();
        return new Result(
                benchmark.label(),
                benchmark.work(),
                unit.text(),
                driver.size(),
                entries,
                side(unit, driver),
                side(unit, component),
                rounded(median(IntStream.range(0, driver.size())
                        .mapToObj(round -> component.get(round).figure()
                                / driver.get(round).figure()))),
                rounded(best(unit, component) / best(unit, driver)),
                unit.bound() + " " + String.format(Locale.ROOT, "%.2f", benchmark.aim()));
    }

    private static Side side(Unit unit, List<Sample> samples) {
        return new Side(
                unit.format(median(samples, Sample::figure)),
                unit.format(best(unit, samples)),
                rounded(median(samples, Sample::cpuMicros)));
    }

    private static double best(Unit unit, List<Sample> samples) {
        return unit.best(samples.stream().map(Sample::figure).toList());
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return median(samples.stream().map(figure::applyAsDouble));
    }

    /** Of an even number of figures the mean of the two in the middle. */
    private static double median(Stream<Double> figures) {
        List<Double> sorted = figures.sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
