package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsEndpoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant is refused before anything starts, with the value and what was expected. Needs no server. */
class BadOptionsTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a?batchSize=0 | batchSize: 0 (expected: 1 or more)",
                "a?batchSize=-5 | batchSize: -5 (expected: 1 or more)",
                "a?batchSize=ten | batchSize: ten (expected: a whole number)",
                "a?maxInFlight=0 | maxInFlight: 0 (expected: 1 or more)",
                "a?maxDeliveries=-1&group=g | maxDeliveries: -1 (expected: 0 or more)",
                "a?deadLetterLength=0&group=g | deadLetterLength: 0 (expected: 1 or more)",
                "a?blockTimeout=0 | blockTimeout: PT0S (expected: at least one millisecond)",
                "a?blockTimeout=-5000 | blockTimeout: PT-5S (expected: at least one millisecond)",
                "a?blockTimeout=PT-5S | blockTimeout: PT-5S (expected: at least one millisecond)",
                "a?blockTimeout=soon | blockTimeout: soon (expected: a duration such as 500ms, 5s or 1h30m)",
                "a?blockTimeout=-5s | blockTimeout: -5s (expected: a duration",
                "a?blockTimeout=5x | blockTimeout: 5x (expected: a duration",
                "a?blockTimeout=5m5 | blockTimeout: 5m5 (expected: a duration",
                "a?blockTimeout=1.5s | blockTimeout: 1.5s (expected: a duration",
                "a?blockTimeout=PTx | blockTimeout: PTx (expected: a duration",
                "a?keepAlive=maybe&group=g | keepAlive: maybe (expected: true or false)",
                "a?connectTimeout=-1 | connectTimeout",
                "a?commandTimeout=0 | commandTimeout",
                "a?minIdle=-1&group=g | minIdle",
                "a?claimInterval=0&group=g | claimInterval",
                "a?maxProcessingTime=-1&group=g | maxProcessingTime",
                "a?discoveryInterval=0 | discoveryInterval",
                "a?maxAge=-1 | maxAge",
                "a?groupStart=now&group=g | groupStart: now (expected: $, 0 or an entry id)",
                "a?group= | group: '' (expected: not empty)",
                "a?group=g&deadLetterStream= | deadLetterStream: '' (expected: not empty)",
                "a?pasword=S3 | pasword: xxxxxx (expected: an option of gort-streams, such as password)",
                "a?group=g&consumerName= | '' (expected: ",
                "a?ackMode=SOMETIMES&group=g | ackMode: SOMETIMES (expected: AUTO, MANUAL",
                "a?trim=perhaps | trim: perhaps (expected: approximate, exact, none)",
                "a?operation=destroy | operation: destroy (expected: add, length, ",
                "a?validate=maybe | validate: maybe (expected: true, strict or false)",
                "a?maxLength=0 | maxLength: 0 (expected: 1 or more)",
                "a?maxLength=many | maxLength: many (expected: a whole number)",
                "a?maxLength=5&maxAge=1m | maxLength: 5, maxAge: PT1M (expected: at most one of them)",
                "a?maxLength=5&trim=none | trim: none (expected: ",
                "a?maxRetries=-1 | maxRetries: -1 (expected: 0 or more)",
                "a?retryDelay=0 | retryDelay: PT0S (expected: at least one millisecond)",
                "a?maxRetryDelay=50ms | maxRetryDelay: PT0.05S (expected: retryDelay PT0.1S or more)",
                "a?maxPipelined=0 | maxPipelined: 0 (expected: 1 or more)",
                "a?maxQueued=0 | maxQueued: 0 (expected: 1 or more)",
                "a?queueTimeout=0 | queueTimeout: PT0S (expected: at least one millisecond)",
                "a?maxEntrySize=0 | maxEntrySize: 0 (expected: 1 or more)",
                "a?idempotent=maybe | idempotent: maybe (expected: true or false)",
                "a?idempotencyLifetime=0 | idempotencyLifetime: PT0S (expected: at least one millisecond)",
                "a?heatmapCacheKey=x | heatmapCacheKey: x (expected: ",
                "a?port=0 | port: 0 (expected: 1 to 65535)",
                "a?port=70000 | port: 70000 (expected: 1 to 65535)",
                "a?database=-1 | database: -1 (expected: 0 or more)",
                "a?poolSize=0 | poolSize: 0 (expected: 1 or more)",
                "a?host= | host: '' (expected: ",
                "a?username=u | (expected: with a password)",
                "a?grup=g | grup: g (expected: an option of gort-streams, such as group)",
                "a?batchsize2=5 | batchsize2: 5 (expected: an option of gort-streams, such as batchSize)",
                "a?zzzzzzzz=1 | zzzzzzzz: 1 (expected: an option of gort-streams",
                "liquidations:binance | liquidations:binance",
                "liquidations::BTCUSDT | liquidations::BTCUSDT",
                "liquidations:binance: | liquidations:binance:",
                "liquidations:a:b:c | liquidations:{exchange}:{symbol}",
                "heatmap:a:b | heatmap:{symbol}",
                "a,,b | stream: 'a,,b' (expected: ",
                "a, | stream: 'a,' (expected: "
            })
    void refusesAtTheEndpoint(String uri, String named) {
        assertThatThrownBy(() -> context.getEndpoint("gort-streams:" + uri))
                .satisfies(failure -> assertThat(messages(failure)).contains(named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a?minIdle=5s | minIdle: PT5S (expected: only together with group)",
                "a?maxDeliveries=3 | maxDeliveries: 3 (expected: only together with group)",
                "a?consumerName=me | consumerName: me (expected: only together with group)",
                "a?ackMode=MANUAL | ackMode: MANUAL (expected: only together with group)",
                "liquidations | liquidations:",
                "a}b?group=g&maxDeliveries=3 | a}b"
            })
    void refusesWhereItIsReadFrom(String uri, String named) throws Exception {
        assertThatThrownBy(() -> context.getEndpoint("gort-streams:" + uri).createConsumer(exchange -> {}))
                .satisfies(failure -> assertThat(messages(failure)).contains(named));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a*", "liquidations:*:BTCUSDT"})
    void refusesToWriteToMoreThanOneStream(String path) {
        assertThatThrownBy(() -> context.getEndpoint("gort-streams:" + path).createProducer())
                .satisfies(failure ->
                        assertThat(messages(failure)).contains("stream: " + path + " (expected: one stream"));
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "2s, PT2S", "1h30m, PT1H30M", "1500, PT1.5S", "PT2S, PT2S", "5sec, PT5S", "1d, PT24H"})
    void readsDurations(String text, Duration expected) {
        GortStreamsEndpoint endpoint =
                context.getEndpoint("gort-streams:a?commandTimeout=" + text, GortStreamsEndpoint.class);

        assertThat(endpoint.getConfiguration().getCommandTimeout()).isEqualTo(expected);
    }

    @Test
    void refusesBadDefaultsOfTheComponent() {
        context.getComponent("gort-streams", GortStreamsComponent.class)
                .getConfiguration()
                .setBatchSize(0);

        assertThatThrownBy(() -> context.getEndpoint("gort-streams:a"))
                .satisfies(failure -> assertThat(messages(failure)).contains("batchSize: 0 (expected: 1 or more)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gort-streams:a?password=S3CR3T&batchSize=0",
                "gort-streams:a?password=RAW(S3CR3T)&port=0",
                "gort-streams:a?username=u&password=S3CR3T&grup=g",
                "gort-streams:a,,b?password=S3CR3T"
            })
    void neverShowsThePassword(String uri) {
        assertThatThrownBy(() -> context.getEndpoint(uri))
                .satisfies(failure -> assertThat(messages(failure)).doesNotContain("S3CR3T"));
    }

    @Test
    void neverShowsThePasswordInTexts() throws Exception {
        String uri = "gort-streams:a?password=RAW(S3CR3T)&group=g";

        assertThat(Arrays.asList(
                        context.getEndpoint(uri).toString(),
                        context.getEndpoint(uri).createProducer().toString(),
                        context.getEndpoint(uri).createConsumer(exchange -> {}).toString()))
                .noneMatch(text -> text.contains("S3CR3T"));
    }

    private static String messages(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
