package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.StreamEntryID;

/** Entries go where the route sends them: what an endpoint has told in the headers is no instruction for the next. */
@WithRedis
class ProducerDirectionIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "straight",
                "in-parallel",
                "split",
                "seda",
                "wireTap",
                "threads",
                "aggregated",
                "enriched",
                "dynamic",
                "recipients",
                "converted"
            })
    void forwardsFromStreamToStream(String way, RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String source = keys.key("source");
        String target = keys.key("target");
        try (CamelContext context = TestContexts.running(redis, routes -> {
            RouteDefinition from = routes.from("gort-streams:" + source + "?group=g&groupStart=0");
            String to = "gort-streams:" + target;
            switch (way) {
                case "straight" -> from.to(to);
                case "in-parallel" -> from.multicast().parallelProcessing().to(to);
                case "split" ->
                    from.split(routes.constant(List.of(Map.of("a", "1")))).to(to);
                case "seda" -> {
                    from.to("seda:next");
                    routes.from("seda:next").to(to);
                }
                case "wireTap" -> {
                    from.wireTap("direct:next");
                    routes.from("direct:next").to(to);
                }
                case "threads" -> from.threads(2).to(to);
                case "aggregated" ->
                    from.aggregate(routes.constant(1), AggregationStrategies.groupedBody())
                            .completionSize(1)
                            .to(to);
                case "enriched" ->
                    from.enrich(to, AggregationStrategies.useOriginal()).to("log:done");
                case "dynamic" ->
                    from.toD("gort-streams:" + keys.prefix() + "${routeId}").routeId("target");
                case "recipients" -> from.recipientList(routes.constant(to));
                case "converted" ->
                    from.convertBodyTo(String.class)
                            .setBody(routes.constant("{\"a\":1}"))
                            .to(to);
                default -> throw new IllegalArgumentException(way);
            }
        })) {
            redis.client().xadd(source, StreamEntryID.NEW_ENTRY, Map.of("a", "1"));

            eventually.lengthIs(target, 1);
            eventually.pendingIs(source, "g", 0);
            assertThat(redis.client().xlen(source)).isEqualTo(1);
            assertThat(redis.client().xrange(target, "-", "+").get(0).getFields())
                    .isEqualTo(Map.of("a", "1"));
        }
    }

    @Test
    void writesToOneStreamAfterAnother(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("direct:in")
                        .to("gort-streams:" + keys.key("a"))
                        .to("gort-streams:" + keys.key("b"))
                        .to("gort-streams:" + keys.key("c")))) {
            context.createProducerTemplate().sendBody("direct:in", Map.of("a", "1"));
            context.createProducerTemplate().sendBody("direct:in", List.of(Map.of("a", "1"), Map.of("a", "1")));

            assertThat(List.of("a", "b", "c"))
                    .allSatisfy(name ->
                            assertThat(redis.client().xlen(keys.key(name))).isEqualTo(3));
        }
    }

    @Test
    void followsTheHeaderOfTheUser(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String source = keys.key("source");
        String chosen = keys.key("chosen");
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + source + "?group=g&groupStart=0")
                        .setHeader(GortStreamsConstants.STREAM_KEY, routes.constant(chosen))
                        .setHeader(GortStreamsConstants.ENTRY_ID, routes.constant("7-7"))
                        .to("gort-streams:" + keys.key("not-here")))) {
            redis.client().xadd(source, StreamEntryID.NEW_ENTRY, Map.of("a", "1"));

            eventually.lengthIs(chosen, 1);
            assertThat(redis.client().xrange(chosen, "7-7", "7-7")).hasSize(1);
            assertThat(redis.client().exists(keys.key("not-here"))).isFalse();
        }
    }

    @Test
    void followsTheHeaderOfTheUserBackToWhereTheEntryCameFrom(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String source = keys.key("source");
        LambdaRouteBuilder onceMoreRound = routes -> routes.from("gort-streams:" + source + "?group=g&groupStart=0")
                .filter(routes.simple("${body[round]} == '1'"))
                .setBody(routes.constant(Map.of("round", "2")))
                .setHeader(GortStreamsConstants.STREAM_KEY, routes.constant(source))
                .to("gort-streams:" + keys.key("not-here"));
        try (CamelContext context = TestContexts.running(redis, onceMoreRound)) {
            redis.client().xadd(source, StreamEntryID.NEW_ENTRY, Map.of("round", "1"));

            eventually.lengthIs(source, 2);
            assertThat(redis.client().exists(keys.key("not-here"))).isFalse();
        }
    }
}
