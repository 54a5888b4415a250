package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.Trim;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProducerOptionsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final GortStreamsConfiguration options = new GortStreamsConfiguration();

    private static Arguments choice(Consumer<GortStreamsConfiguration> choice, String message) {
        return Arguments.of(choice, message);
    }

    private static Arguments trim(String streamKey, Consumer<GortStreamsConfiguration> choice, Trim expected) {
        return Arguments.of(streamKey, choice, expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                choice(o -> o.setMaxLength(0L), "maxLength: 0 (expected: 1 or more)"),
                choice(
                        o -> {
                            o.setMaxLength(5L);
                            o.setMaxAge(HOUR);
                        },
                        "maxLength: 5, maxAge: PT1H (expected: at most one of them)"),
                choice(
                        o -> {
                            o.setTrim(TrimMode.none);
                            o.setMaxLength(5L);
                        },
                        "trim: none (expected: approximate or exact together with maxLength or maxAge)"),
                choice(
                        o -> {
                            o.setTrim(TrimMode.none);
                            o.setMaxAge(HOUR);
                        },
                        "trim: none (expected: approximate or exact together with maxLength or maxAge)"),
                choice(o -> o.setValidate("yes"), "validate: yes (expected: true, strict or false)"),
                choice(
                        o -> o.setHeatmapCacheKey("heatmap:{symbol}"),
                        "heatmapCacheKey: heatmap:{symbol} (expected: with {symbol} and {interval})"),
                choice(o -> o.setHeatmapGeneration(3), "heatmapGeneration: 3 (expected: 1 or 2)"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCannotBeMeant(Consumer<GortStreamsConfiguration> choice, String message) {
        choice.accept(options);

        assertThatThrownBy(() -> ProducerOptions.check(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> trims() {
        return Stream.of(
                trim("market:okx:A", o -> {}, new Trim.ToLength(1000, false)),
                trim("heatmap:A", o -> {}, new Trim.ToLength(100, false)),
                trim("any-key", o -> {}, Trim.NONE),
                trim("market:okx:A", o -> o.setTrim(TrimMode.none), Trim.NONE),
                trim("market:okx:A", o -> o.setTrim(TrimMode.exact), new Trim.ToLength(1000, true)),
                trim("market:okx:A", o -> o.setMaxLength(7L), new Trim.ToLength(7, false)),
                trim("any-key", o -> o.setMaxLength(7L), new Trim.ToLength(7, false)),
                trim("market:okx:A", o -> o.setMaxAge(HOUR), new Trim.ToAge(HOUR, false)));
    }

    @ParameterizedTest
    @MethodSource("trims")
    void trimsByTheOptionsElseByTheDataType(
            String streamKey, Consumer<GortStreamsConfiguration> choice, Trim expected) {
        choice.accept(options);

        assertThat(TrimChoice.of(options).forStream(streamKey)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, RECORDS", "strict, STRICT", "false, NOTHING"})
    void readsWhatIsValidated(String value, ProducerOptions.Validation expected) {
        options.setValidate(value);

        assertThat(ProducerOptions.validation(options)).isEqualTo(expected);
    }

    @Test
    void readsTheNamesOfHeaders() {
        assertThat(ProducerOptions.headersAsFields(options)).isEmpty();

        options.setHeadersAsFields(" trace , ,source");

        assertThat(ProducerOptions.headersAsFields(options)).containsExactly("trace", "source");
    }
}
