package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.examples.heatmap.feed.FeedPublisher;
import io.gort.camel.streams.examples.heatmap.status.Screen;
import io.gort.camel.streams.examples.heatmap.tally.Tally;
import io.gort.camel.streams.redis.RedisStreamException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One run: publish, show, stop, drain, tally. */
final class HeatmapRun {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofSeconds(3);
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final HeatmapApplication application;
    private final FeedPublisher publisher;
    private final LongSupplier refused;
    private final StatusReporter status;
    private final Screen screen;
    private final @Nullable Duration runFor;
    private final CountDownLatch stopAsked = new CountDownLatch(1);

    HeatmapRun(
            HeatmapApplication application,
            FeedPublisher publisher,
            LongSupplier refused,
            StatusReporter status,
            Screen screen,
            @Nullable Duration runFor) {
        this.application = application;
        this.publisher = publisher;
        this.refused = refused;
        this.status = status;
        this.screen = screen;
        this.runFor = runFor;
    }

    /** Asks the run to come to its end; {@link #run()} then drains and tallies. */
    void stop() {
        stopAsked.countDown();
    }

    /** Runs to the end, and tells whether everything was accounted for. */
    boolean run() throws InterruptedException {
        Thread feeding = new Thread(publisher, "heatmap-feed");
        feeding.setDaemon(true);
        feeding.start();
        long start = System.nanoTime();
        showWhile(() -> feeding.isAlive() && !timeIsUp(start));
        if (runFor == null && !isStopAsked()) {
            new Drain(application.books(), PATIENCE).await(this::isStopAsked);
            tally();
            screen.print(List.of("", "  still serving " + application.address() + " until Ctrl-C"));
            stopAsked.await();
        }
        return finish();
    }

    private boolean finish() throws InterruptedException {
        publisher.stop();
        Duration patience = isStopAsked() ? PATIENCE_WHEN_STOPPED : PATIENCE;
        new Drain(application.books(), patience).await(() -> false);
        application.stopConsuming();
        application.refreshHeatmaps();
        status.report();
        return tally();
    }

    private boolean tally() {
        application.refreshHeatmaps();
        try {
            Tally tally = application.books().reckoning().tally();
            screen.print(List.of(""));
            screen.print(tally.lines());
            screen.print(status.inputLines());
            List<String> failures = failures();
            failures.forEach(failure -> screen.print(List.of("  ✘ " + failure)));
            return tally.isBalanced() && failures.isEmpty();
        } catch (RedisStreamException e) {
            screen.print(List.of("", "  ✘ no tally: Redis does not answer: " + e.getMessage()));
            return false;
        }
    }

    /** What keeps a run from being a success although everything that was published is accounted for. */
    private List<String> failures() {
        List<String> failures = new ArrayList<>();
        String broken = publisher.failure();
        if (broken != null) {
            failures.add(broken);
        }
        if (refused.getAsLong() > 0) {
            failures.add("events that Redis refused: " + refused.getAsLong() + ", see the log and dead-letter:input");
        }
        return failures;
    }

    private void showWhile(BooleanSupplier goesOn) throws InterruptedException {
        long next = System.nanoTime();
        while (goesOn.getAsBoolean() && !isStopAsked()) {
            if (System.nanoTime() - next >= 0) {
                status.report();
                next += TICK_NANOS;
            }
            if (stopAsked.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private boolean timeIsUp(long start) {
        return runFor != null && System.nanoTime() - start >= runFor.toNanos();
    }

    private boolean isStopAsked() {
        return stopAsked.getCount() == 0;
    }
}
