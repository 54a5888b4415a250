package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.consumer.ConsumerSettings;
import io.gort.camel.streams.entry.AckMode;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.OnLaneFailure;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerOptionsTest {

    private final GortStreamsConfiguration options = new GortStreamsConfiguration();

    private ConsumerSettings settings(String path) {
        return ConsumerOptions.settings(StreamPath.parse(path), options, "host-context-route", "route");
    }

    private static Arguments wrong(Consumer<GortStreamsConfiguration> choice, String message) {
        return Arguments.of(choice, message);
    }

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                wrong(o -> o.setBatchSize(0), "batchSize: 0 (expected: 1 or more)"),
                wrong(o -> o.setMaxInFlight(0), "maxInFlight: 0 (expected: 1 or more)"),
                wrong(o -> o.setMaxDeliveries(-1), "maxDeliveries: -1 (expected: 0 or more)"),
                wrong(o -> o.setDeadLetterLength(0), "deadLetterLength: 0 (expected: 1 or more)"),
                wrong(o -> o.setBlockTimeout(Duration.ZERO), "blockTimeout: PT0S (expected: at least one millisecond)"),
                wrong(o -> o.setBatchTimeout(Duration.ZERO), "batchTimeout: PT0S (expected: at least one millisecond)"),
                wrong(o -> o.setMinIdle(Duration.ZERO), "minIdle: PT0S (expected: at least one millisecond)"),
                wrong(
                        o -> o.setClaimInterval(Duration.ofNanos(999_999)),
                        "claimInterval: PT0.000999999S (expected: at least one millisecond)"),
                wrong(o -> o.setMaxProcessingTime(Duration.ZERO), "maxProcessingTime: PT0S (expected: at least one"),
                wrong(o -> o.setDiscoveryInterval(Duration.ofMillis(-1)), "discoveryInterval: PT-0.001S (expected: "),
                wrong(
                        o -> o.setStaleMemberAge(Duration.ofMillis(-1)),
                        "staleMemberAge: PT-0.001S (expected: 0 or longer)"),
                wrong(o -> o.setConnectTimeout(Duration.ZERO), "connectTimeout: PT0S (expected: "),
                wrong(o -> o.setCommandTimeout(Duration.ZERO), "commandTimeout: PT0S (expected: "),
                wrong(o -> o.setMaxAge(Duration.ZERO), "maxAge: PT0S (expected: "),
                wrong(o -> o.setGroupStart("now"), "groupStart: now (expected: $, 0 or an entry id)"),
                wrong(o -> o.setPort(0), "port: 0 (expected: 1 to 65535)"),
                wrong(o -> o.setHost(" "), "host: ' ' (expected: a name or an address)"));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRange(Consumer<GortStreamsConfiguration> choice, String message) {
        choice.accept(options);

        assertThatThrownBy(() -> ConsumerOptions.checkRanges(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> contradictory() {
        return Stream.of(
                wrong(o -> o.setMinIdle(Duration.ofSeconds(1)), "minIdle: PT1S (expected: only together with group)"),
                wrong(o -> o.setMaxDeliveries(5), "maxDeliveries: 5 (expected: only together with group)"),
                wrong(o -> o.setConsumerName("me"), "consumerName: me (expected: only together with group)"),
                wrong(o -> o.setAckMode(AckMode.MANUAL), "ackMode: MANUAL (expected: only together with group)"),
                wrong(
                        o -> {
                            o.setBatching(true);
                            o.setLanes(2);
                        },
                        "lanes: 2 (expected: 1, or 0 for no order, together with batching)"),
                wrong(
                        o -> {
                            o.setGroup("g");
                            o.setBatching(true);
                            o.setMaxDeliveries(1);
                        },
                        "maxDeliveries: 1 (expected: 2 or more, or 0, together with batching,"
                                + " as the last delivery of an entry is a batch of its own)"),
                wrong(
                        o -> o.setOnLaneFailure(OnLaneFailure.HOLD),
                        "onLaneFailure: HOLD (expected: only together with group)"),
                wrong(
                        o -> {
                            o.setGroup("g");
                            o.setLanes(0);
                            o.setOnLaneFailure(OnLaneFailure.HOLD);
                        },
                        "onLaneFailure: HOLD (expected: CONTINUE with lanes=0, which has no order)"),
                wrong(
                        o -> {
                            o.setGroup("g");
                            o.setAckMode(AckMode.NONE);
                            o.setOnLaneFailure(OnLaneFailure.HOLD);
                        },
                        "onLaneFailure: HOLD (expected: CONTINUE with ackMode=NONE, as nothing is delivered twice)"),
                wrong(
                        o -> {
                            o.setGroup("g");
                            o.setKeepAlive(false);
                            o.setOnLaneFailure(OnLaneFailure.HOLD);
                        },
                        "onLaneFailure: HOLD (expected: CONTINUE with keepAlive=false, as others would claim what waits)"),
                wrong(
                        o -> {
                            o.setGroup("g");
                            o.setBatching(true);
                            o.setOnLaneFailure(OnLaneFailure.HOLD);
                        },
                        "onLaneFailure: HOLD (expected: CONTINUE with batching, which has no lanes)"),
                wrong(o -> o.setGroup(" "), "group: ' ' (expected: a name)"));
    }

    @ParameterizedTest
    @MethodSource("contradictory")
    void refusesWhatCannotBeMeant(Consumer<GortStreamsConfiguration> choice, String message) {
        choice.accept(options);

        assertThatThrownBy(() -> settings("s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void acceptsTheDefaults() {
        assertThatCode(() -> ConsumerOptions.checkRanges(options)).doesNotThrowAnyException();

        ConsumerSettings settings = settings("s");

        assertThat(settings.member()).isNull();
        assertThat(settings.groupStart()).isEqualTo("$");
        assertThat(settings.minIdle()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.maxDeliveries()).isZero();
        assertThat(settings.origin()).isEqualTo("route");
    }

    @Test
    void gathersBatchesOnlyIfItIsToldTo() {
        assertThat(settings("s").batchTimeout()).isNull();

        options.setBatching(true);
        options.setLanes(0);

        assertThat(settings("s").batchTimeout()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void namesTheMemberUnlessTheUserDoes() {
        options.setGroup("g");
        assertThat(settings("s").member()).isEqualTo(new GroupMember("g", "host-context-route"));

        options.setConsumerName("me");
        assertThat(settings("s").member()).isEqualTo(new GroupMember("g", "me"));
    }

    @ParameterizedTest
    @CsvSource({
        "s, s",
        "'a,s', s",
        "liquidations:*, liquidations:dead",
        "*, dead",
        "dead-letter:*, dead-letter:all",
        "dead-letter:*,"
    })
    void refusesADeadLetterStreamThatIsReadHere(String path, String deadLetterStream) {
        options.setGroup("g");
        options.setMaxDeliveries(5);
        options.setDeadLetterStream(deadLetterStream);

        assertThatThrownBy(() -> settings(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("deadLetterStream: " + deadLetterStream);
    }

    @ParameterizedTest
    @CsvSource({"s, t", "*, dead-letter:all", "*,", "s,", "dead-letter:{s},", "dead-letter:*, failed-again"})
    void acceptsADeadLetterStreamThatIsNotReadHere(String path, String deadLetterStream) {
        options.setGroup("g");
        options.setMaxDeliveries(5);
        options.setDeadLetterStream(deadLetterStream);

        assertThatCode(() -> settings(path)).doesNotThrowAnyException();
    }

    @Test
    void refusesAStreamWithoutANameForItsDeadLetters() {
        options.setGroup("g");
        options.setMaxDeliveries(5);

        assertThatThrownBy(() -> settings("a}b")).hasMessageContaining("deadLetterStream: none for stream a}b");
    }

    @Test
    void usesTheDeadLetterStreamThatIsGiven() {
        assertThat(settings("s").deadLetterStream().apply("s")).isEqualTo("dead-letter:{s}");

        options.setDeadLetterStream("failed");

        assertThat(settings("s").deadLetterStream().apply("s")).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "0", "5", "1526919030474-55"})
    void acceptsEveryStartOfAGroup(String start) {
        options.setGroupStart(start);

        assertThatCode(() -> ConsumerOptions.checkRanges(options)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "market:okx:A, init, true",
        "heatmap:A, init, true",
        "any-key, init, false",
        "market:okx:A, Init, false",
        "dead-letter:{market:okx:A}, init, false"
    })
    void tellsMarkersOnTypedStreamsOnly(String streamKey, String field, boolean expected) {
        StreamEntry entry = new StreamEntry(streamKey, new EntryId(1, 0), Map.of(field, "true"));

        assertThat(settings("s").isMarker().test(entry)).isEqualTo(expected);
    }

    @Test
    void takesAnEntryWithOtherFieldsForNoMarker() {
        StreamEntry entry = new StreamEntry("market:okx:A", new EntryId(1, 0), Map.of("init", "1", "price", "2"));

        assertThat(settings("s").isMarker().test(entry)).isFalse();
    }
}
