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

    static Stream<Arguments> failures() {
        Exception plain = new IllegalStateException("broken");
        Exception invalid = new InvalidEntryException("entry", List.of("price: -1 (expected: > 0)"));
        return Stream.of(
                Arguments.of(0, plain, 1, Outcome.LEAVE_PENDING),
                Arguments.of(0, plain, 1_000_000, Outcome.LEAVE_PENDING),
                Arguments.of(0, invalid, 1, Outcome.LEAVE_PENDING),
                Arguments.of(1, plain, 1, Outcome.DEAD_LETTER),
                Arguments.of(3, plain, 1, Outcome.LEAVE_PENDING),
                Arguments.of(3, plain, 2, Outcome.LEAVE_PENDING),
                Arguments.of(3, plain, 3, Outcome.DEAD_LETTER),
                Arguments.of(3, plain, 4, Outcome.DEAD_LETTER),
                Arguments.of(3, null, 2, Outcome.LEAVE_PENDING),
                Arguments.of(3, null, 3, Outcome.DEAD_LETTER),
                Arguments.of(3, invalid, 1, Outcome.DEAD_LETTER),
                Arguments.of(3, new RuntimeException(new Exception(invalid)), 1, Outcome.DEAD_LETTER));
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
