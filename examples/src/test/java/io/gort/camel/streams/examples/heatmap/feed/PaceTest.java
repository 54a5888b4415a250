package io.gort.camel.streams.examples.heatmap.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong(5);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.6})
    void reachesItsMeanAfterEachWave(double swing) {
        Pace pace = new Pace(500, swing, nanos::get);

        int taken = 0;
        for (int millis = 0; millis < 6000; millis += 5) {
            nanos.addAndGet(5_000_000);
            int due = pace.due();
            pace.took(due);
            taken += due;
        }

        assertThat(taken).isBetween(2998, 3001);
    }

    @Test
    void catchesUpWithNoMoreThanASecond() {
        Pace pace = new Pace(100, 0, nanos::get);

        nanos.addAndGet(60_000_000_000L);

        assertThat(pace.due()).isEqualTo(100);
    }

    @Test
    void keepsSlowRates() {
        Pace pace = new Pace(1, 0, nanos::get);

        nanos.addAndGet(900_000_000);
        assertThat(pace.due()).isZero();
        nanos.addAndGet(200_000_000);
        assertThat(pace.due()).isEqualTo(1);
    }
}
