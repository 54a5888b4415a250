package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

@WithRedis
class TrimStreamsIT {

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void trimsAllStreamsOfAPatternToALength(TemplateRoutes way, RedisUnderTest redis, TestKeys keys) throws Exception {
        String key = keys.key(way.name());
        for (int i = 0; i < 20; i++) {
            redis.client().xadd(key + ":a", XAddParams.xAddParams(), Map.of("n", Integer.toString(i)));
            redis.client().xadd(key + ":b", XAddParams.xAddParams(), Map.of("n", Integer.toString(i)));
        }

        try (CamelContext context = way.start(
                redis,
                "gort-trim-streams",
                Map.of("stream", key + ":*", "maxLength", "3", "trim", "exact", "period", "100ms"))) {
            redis.eventually().lengthIs(key + ":a", 3);
            redis.eventually().lengthIs(key + ":b", 3);
        }
    }

    @Test
    void trimsToAnAge(RedisUnderTest redis, TestKeys keys) throws Exception {
        String key = keys.key("aged");
        redis.client().xadd(key, XAddParams.xAddParams().id(new StreamEntryID(1_000, 0)), Map.of("n", "old"));
        redis.client().xadd(key, XAddParams.xAddParams(), Map.of("n", "new"));

        try (CamelContext context = TemplateRoutes.YAML.start(
                redis, "gort-trim-streams", Map.of("stream", key, "maxAge", "1h", "trim", "exact"))) {
            redis.eventually().lengthIs(key, 1);
        }
        assertThat(redis.client().xrange(key, "-", "+").get(0).getFields()).containsEntry("n", "new");
    }
}
