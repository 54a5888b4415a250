package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final HandClock clock = new HandClock();
    private final LogLines log = new LogLines(OutageTest.class);
    private final List<String> told = new ArrayList<>();
    private final Outage outage = new Outage("Reading s", log.logger(), clock, (message, cause) -> told.add(message));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void warnsOncePerOutageAndSaysWhenItIsOver() {
        outage.failed(new IllegalStateException("no reply"));
        outage.failed(new IllegalStateException("no reply"));
        clock.advance(Duration.ofMillis(1500));
        outage.over();
        outage.over();

        assertThat(log.lines())
                .containsExactly(
                        "WARN Reading s: no reply - trying again until it is over",
                        "INFO Reading s: recovered after 1500 ms");
        assertThat(told).containsExactly("Reading s: no reply");
    }

    @Test
    void warnsOfEachOutage() {
        outage.failed(new IllegalStateException("one"));
        outage.over();
        outage.failed(new IllegalStateException("two"));

        assertThat(told).containsExactly("Reading s: one", "Reading s: two");
        assertThat(log.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(2);
    }

    @Test
    void countsFailuresInARow() {
        assertThat(outage.failed(new IllegalStateException())).isEqualTo(1);
        assertThat(outage.failed(new IllegalStateException())).isEqualTo(2);

        outage.over();

        assertThat(outage.failed(new IllegalStateException())).isEqualTo(1);
    }

    @Test
    void knowsTheLatestCauseWhileItLasts() {
        Throwable latest = new IllegalStateException("two");
        outage.failed(new IllegalStateException("one"));
        outage.failed(latest);
        assertThat(outage.cause()).isSameAs(latest);

        outage.over();

        assertThat(outage.cause()).isNull();
    }

    @Test
    void saysNothingWhereThereWasNone() {
        outage.over();

        assertThat(log.lines()).isEmpty();
    }
}
