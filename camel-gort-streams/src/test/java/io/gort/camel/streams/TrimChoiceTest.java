package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.Trim;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrimChoiceTest {

    private static final String LENGTH = GortStreamsConstants.MAX_LENGTH;
    private static final String AGE = GortStreamsConstants.MAX_AGE;
    private static final String TRIM = GortStreamsConstants.TRIM;
    private static final TrimChoice USUAL = new TrimChoice(null, null, TrimMode.approximate);
    private static final TrimChoice NONE = new TrimChoice(null, null, TrimMode.none);

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of(USUAL, Map.of(), new Trim.ToLength(10_000, false)),
                Arguments.of(USUAL, Map.of(LENGTH, 5), new Trim.ToLength(5, false)),
                Arguments.of(USUAL, Map.of(LENGTH, "5", TRIM, "exact"), new Trim.ToLength(5, true)),
                Arguments.of(USUAL, Map.of(AGE, "1h"), new Trim.ToAge(Duration.ofHours(1), false)),
                Arguments.of(USUAL, Map.of(AGE, 60_000), new Trim.ToAge(Duration.ofMinutes(1), false)),
                Arguments.of(USUAL, Map.of(AGE, "60000"), new Trim.ToAge(Duration.ofMinutes(1), false)),
                Arguments.of(USUAL, Map.of(TRIM, TrimMode.none), Trim.NONE),
                Arguments.of(USUAL, Map.of(TRIM, TrimMode.exact), new Trim.ToLength(10_000, true)),
                Arguments.of(NONE, Map.of(), Trim.NONE),
                Arguments.of(NONE, Map.of(LENGTH, 5), new Trim.ToLength(5, false)),
                Arguments.of(
                        limited(7L, null),
                        Map.of(AGE, Duration.ofMinutes(1)),
                        new Trim.ToAge(Duration.ofMinutes(1), true)),
                Arguments.of(limited(null, Duration.ofMinutes(1)), Map.of(LENGTH, 5), new Trim.ToLength(5, true)),
                Arguments.of(limited(7L, null), Map.of(TRIM, "approximate"), new Trim.ToLength(7, false)),
                Arguments.of(limited(7L, null), Map.of(TRIM, "none"), Trim.NONE));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void headersGoBeforeOptionsAndOptionsBeforeWhatIsUsual(
            TrimChoice options, Map<String, Object> headers, Trim expected) {
        assertThat(options.orAsSaidBy(message(headers)).forStream("liquidations:binance:BTCUSDT"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(Map.of(LENGTH, 0), LENGTH + ": 0 (expected: 1 or more)"),
                Arguments.of(Map.of(LENGTH, "many"), LENGTH + ": many (expected: 1 or more)"),
                Arguments.of(Map.of(LENGTH, " "), LENGTH + ": ' ' (expected: not empty)"),
                Arguments.of(Map.of(AGE, ""), AGE + ": '' (expected: not empty)"),
                Arguments.of(Map.of(TRIM, ""), TRIM + ": '' (expected: not empty)"),
                Arguments.of(Map.of(LENGTH, 2.9), LENGTH + ": 2.9 (expected: 1 or more)"),
                Arguments.of(Map.of(AGE, "5m5"), AGE + ": 5m5 (expected: a duration such as 500ms, 5s or 1h30m)"),
                Arguments.of(Map.of(AGE, "soon"), AGE + ": soon (expected: a duration such as 500ms, 5s or 1h30m)"),
                Arguments.of(Map.of(AGE, -1), AGE + ": PT-0.001S (expected: zero or longer)"),
                Arguments.of(Map.of(AGE, Duration.ZERO), AGE + ": PT0S (expected: at least one millisecond)"),
                Arguments.of(Map.of(AGE, "1 day"), AGE + ": 1 day (expected: a duration such as 500ms, 5s or 1h30m)"),
                Arguments.of(Map.of(LENGTH, 5, AGE, "1m"), LENGTH + ": 5 (expected: none together with " + AGE + ")"),
                Arguments.of(Map.of(LENGTH, 5, TRIM, "none"), TRIM + ": none (expected: approximate or exact"),
                Arguments.of(Map.of(TRIM, "perhaps"), TRIM + ": perhaps (expected: approximate, exact or none)"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void refusesHeadersThatCannotBeMeant(Map<String, Object> headers, String named) {
        assertThatThrownBy(() -> USUAL.orAsSaidBy(message(headers)))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining(named);
    }

    private static TrimChoice limited(@Nullable Long length, @Nullable Duration age) {
        return new TrimChoice(length, age, TrimMode.exact);
    }

    private static Message message(Map<String, Object> headers) {
        Message message = new DefaultExchange(new DefaultCamelContext()).getMessage();
        message.setHeaders(new HashMap<>(headers));
        return message;
    }
}
