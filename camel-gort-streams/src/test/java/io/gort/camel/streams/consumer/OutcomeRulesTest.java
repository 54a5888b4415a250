package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.InvalidEntryException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeRulesTest {

    private static final Exception PLAIN = new IllegalStateException("broken");
    private static final Exception INVALID = new InvalidEntryException("entry", List.of("price: -1 (expected: > 0)"));

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(0, PLAIN, 1, Outcome.LEAVE_PENDING),
                Arguments.of(0, PLAIN, 1_000_000, Outcome.LEAVE_PENDING),
                Arguments.of(0, INVALID, 1, Outcome.LEAVE_PENDING),
                Arguments.of(1, PLAIN, 1, Outcome.DEAD_LETTER),
                Arguments.of(3, PLAIN, 1, Outcome.LEAVE_PENDING),
                Arguments.of(3, PLAIN, 2, Outcome.LEAVE_PENDING),
                Arguments.of(3, PLAIN, 3, Outcome.DEAD_LETTER),
                Arguments.of(3, PLAIN, 4, Outcome.DEAD_LETTER),
                Arguments.of(3, null, 2, Outcome.LEAVE_PENDING),
                Arguments.of(3, null, 3, Outcome.DEAD_LETTER),
                Arguments.of(3, INVALID, 1, Outcome.DEAD_LETTER),
                Arguments.of(3, new RuntimeException(new Exception(INVALID)), 1, Outcome.DEAD_LETTER));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void decidesAfterAFailure(int maxDeliveries, Throwable cause, long deliveryCount, Outcome expected) {
        Outcome outcome = new OutcomeRules(maxDeliveries).afterFailure(cause, deliveryCount);

        assertThat(outcome).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "0, 1000000, false", "2, 1, false", "2, 2, false", "2, 3, true"})
    void tellsWhatArrivesOverTheLimit(int maxDeliveries, long deliveryCount, boolean expected) {
        assertThat(new OutcomeRules(maxDeliveries).isOverLimit(deliveryCount)).isEqualTo(expected);
    }
}
