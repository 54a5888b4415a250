package io.gort.camel.streams.routes.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.cascade.CascadeRules.Counted;
import io.gort.camel.streams.trade.Position;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CascadeRulesTest {

    private static final CascadeState STATE =
            CascadeState.of("a", Position.LONG, 600_000_000).and(CascadeState.of("b", Position.SHORT, 400_000_000));

    @ParameterizedTest
    @CsvSource({
        "both, 1000, true",
        "both, 1000.000001, false",
        "long, 600, true",
        "long, 601, false",
        "short, 400, true",
        "short, 401, false"
    })
    void comparesWhatCountsWithTheThreshold(String side, String threshold, boolean reached) {
        assertThat(rules(side, threshold, false).reached(STATE)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "59999, 0", "60000, 60000", "119999, 60000", "1757000012345, 1756999980000"})
    void cutsTimeIntoWindows(long timestamp, long start) {
        assertThat(rules("both", "1", false).windowStart(timestamp)).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        // window from 60000 to 120000, lateness 5000
        "60000, false, 65000",
        "119000, false, 6000",
        "123000, false, 5000",
        "900000, false, 5000",
        "60000, true, 1"
    })
    void waitsForLateEntriesUnlessItTellsEarly(long now, boolean early, long wait) {
        assertThat(rules("both", "1000", early).wait(60_000, STATE, now)).isEqualTo(wait);
    }

    private static CascadeRules rules(String side, String threshold, boolean early) {
        return new CascadeRules(
                Duration.ofMinutes(1), new BigDecimal(threshold), Counted.of(side), Duration.ofSeconds(5), early);
    }
}
