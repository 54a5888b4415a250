package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.steps.GroupSight;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.params.XTrimParams;

@WithRedis
class WatchStreamsIT {

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void tellsOnceWhatGoesBeyondALimit(TemplateRoutes way, RedisUnderTest redis, TestKeys keys) throws Exception {
        String stream = keys.key(way.name());
        for (int i = 0; i < 10; i++) {
            redis.client().xadd(stream, XAddParams.xAddParams(), Map.of("n", Integer.toString(i)));
        }
        redis.client().xgroupCreate(stream, "storage", new StreamEntryID(0), false);
        redis.client()
                .xreadGroup(
                        "storage",
                        "one",
                        XReadGroupParams.xReadGroupParams().count(2),
                        Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        redis.client().xtrim(stream, XTrimParams.xTrimParams().maxLen(5).exactTrimming());
        redis.client().xadd("dead-letter:{" + stream + "}", XAddParams.xAddParams(), Map.of("n", "x"));

        try (CamelContext context = way.start(
                redis,
                "gort-watch-streams",
                Map.ofEntries(
                        Map.entry("stream", keys.prefix() + "*"),
                        Map.entry("period", "50ms"),
                        Map.entry("maxLag", "7"),
                        Map.entry("maxPending", "2"),
                        Map.entry("to", "mock:seen"),
                        Map.entry("alertTo", "mock:alerts")))) {
            MockEndpoint seen = context.getEndpoint("mock:seen", MockEndpoint.class);
            seen.expectedMinimumMessageCount(3);
            seen.assertIsSatisfied();
            assertThat(seen.getExchanges().get(0).getMessage().getBody())
                    .isEqualTo(List.of(new GroupSight(stream, "storage", 8L, 2, 3, 1)));
            String group = "group storage of stream " + stream;
            assertThat(context.getEndpoint("mock:alerts", MockEndpoint.class).getExchanges())
                    .extracting(exchange -> exchange.getMessage().getBody())
                    .containsExactly(
                            group + ": lag: 8 (expected: at most 7)",
                            group + ": trimmed before read: 3 (expected: at most 0)",
                            "stream " + stream + ": dead letters: 1 (expected: at most 0)");
        }
    }
}
