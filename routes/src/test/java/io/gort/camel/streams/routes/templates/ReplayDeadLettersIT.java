package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

@WithRedis
class ReplayDeadLettersIT {

    private RedisUnderTest redis;
    private String stream;
    private String letters;
    private Map<String, String> parameters;

    @BeforeEach
    void giveAnEntryUp(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        stream = keys.key("orders");
        letters = "dead-letter:{" + stream + "}";
        parameters = new HashMap<>(
                Map.of("from", "direct:replay", "deadLetterStream", letters, "to", "mock:told", "count", "10"));
        redis.client().xgroupCreate(stream, "storage", new StreamEntryID(0), true);
        StreamEntryID id = redis.client().xadd(stream, XAddParams.xAddParams(), Map.of("a", "1"));
        Map<String, String> letter = Map.of(
                "a",
                "1",
                "dead_letter_stream",
                stream,
                "dead_letter_entry_id",
                id.toString(),
                "dead_letter_group",
                "storage");
        redis.client().xadd(letters, XAddParams.xAddParams(), letter);
    }

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void putsAnEntryBackIntoTheGroupThatGaveItUp(TemplateRoutes way) throws Exception {
        try (CamelContext context = way.start(redis, "gort-replay-dead-letters", parameters)) {
            context.createProducerTemplate().sendBody("direct:replay", null);
        }

        assertThat(redis.client().xpending(stream, "storage").getTotal()).isEqualTo(1);
        assertThat(redis.client().xlen(letters)).isZero();
    }

    @Test
    void onlyTellsInADryRun() throws Exception {
        parameters.put("dryRun", "true");

        try (CamelContext context = TemplateRoutes.YAML.start(redis, "gort-replay-dead-letters", parameters)) {
            context.createProducerTemplate().sendBody("direct:replay", null);
        }

        assertThat(redis.client().xpending(stream, "storage").getTotal()).isZero();
        assertThat(redis.client().xlen(letters)).isEqualTo(1);
    }
}
