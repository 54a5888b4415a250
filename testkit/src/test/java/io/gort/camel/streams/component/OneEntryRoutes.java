package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.StreamEntryID;

/** Routes that one entry goes through, and what becomes of it. */
@WithRedis
abstract class OneEntryRoutes {

    static final RuntimeException NO_LUCK = new IllegalStateException("no luck");

    RedisUnderTest redis;
    TestKeys keys;
    Eventually eventually;

    @SuppressWarnings("NullAway.Init") // JUnit calls the method below first
    OneEntryRoutes() {}

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys theKeys, Eventually theEventually) {
        redis = theRedis;
        keys = theKeys;
        eventually = theEventually;
    }

    final void acknowledges(LambdaRouteBuilder routes) throws Exception {
        try (CamelContext context = running(routes)) {
            add();

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getAcknowledged()).isEqualTo(1));
            assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isZero();
            assertThat(Consumers.first(context).getFailed()).isZero();
        }
    }

    final void leavesPending(LambdaRouteBuilder routes) throws Exception {
        try (CamelContext context = running(routes)) {
            add();

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getFailed()).isEqualTo(1));
            assertThat(Consumers.first(context).getAcknowledged()).isZero();
        }
        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(1);
    }

    final CamelContext running(LambdaRouteBuilder routes) throws Exception {
        CamelContext context = TestContexts.to(redis);
        context.addRoutes(TestContexts.routes(routes));
        context.getEndpoint("mock:never", MockEndpoint.class).expectedMessageCount(0);
        context.start();
        return context;
    }

    final String entries() {
        return "gort-streams:" + keys.key("s") + "?group=g&groupStart=0&blockTimeout=200ms";
    }

    final void add() {
        redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
    }
}
