package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A parameter that makes no sense fails the start, not whenever the route comes to it, and is named. */
@WithRedis
class MalformedParametersIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gort-publish | from=direct:in;stream=s;validate=maybe | validate: maybe (expected: true, strict or false)",
                "gort-publish | from=direct:in;stream=liquidations:*:B | stream: liquidations:*:B (expected: one stream for a producer)",
                "gort-consume | stream=s;group=g;to=mock:out;form=xml | form: xml (expected: record, json or fields)",
                "gort-consume | stream=s;group=g;to=mock:out;minIdle=soon | minIdle: soon (expected: a duration such as",
                "gort-replay-dead-letters | from=direct:in;deadLetterStream=d;count=0 | count: 0 (expected: 1 or more)",
                "gort-replay-dead-letters | from=direct:in;deadLetterStream=d;dryRun=perhaps | dryRun=perhaps",
                "gort-aggregate-heatmap | symbol=B;intervals=2m | intervals: 2m (expected: 1s, 1m, 5m, 15m, 1h, 4h, 1d,",
                "gort-aggregate-heatmap | symbol=B;levelWidth=-5 | levelWidth: -5 (expected: more than zero)",
                "gort-aggregate-heatmap | symbol=B;generation=7 | heatmapGeneration: 7 (expected: 1 or 2)",
                "gort-aggregate-heatmap | symbol=B;cacheKey=none | heatmapCacheKey: none (expected: with {symbol} and {interval})",
                "gort-cache-heatmap | from=direct:in;generation=3 | heatmapGeneration: 3 (expected: 1 or 2)",
                "gort-serve-heatmap | cacheKey=heatmap:{symbol} | heatmapCacheKey: heatmap:{symbol} (expected: with",
                "gort-serve-heatmap | stale=maybe | stale=maybe",
                "gort-trim-streams | stream=s | maxLength: none, maxAge: none (expected: one of them)",
                "gort-trim-streams | stream=s;maxLength=9;maxAge=1d | maxLength: 9, maxAge: PT24H (expected: at most one of them)",
                "gort-watch-streams | stream=a,,b | stream: 'a,,b' (expected: stream keys or patterns, not empty,",
                "gort-watch-streams | stream=s;maxLag=-1 | maxLag: -1 (expected: 0 or more)",
                "gort-watch-streams | stream=s;maxLag=much | maxLag=much",
            })
    void failsTheStart(String template, String parameters, String message, RedisUnderTest redis) {
        Map<String, String> given = Arrays.stream(parameters.split(";"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        assertThatThrownBy(() -> TemplateRoutes.PROPERTIES.start(redis, template, given))
                .hasStackTraceContaining(message);
    }
}
