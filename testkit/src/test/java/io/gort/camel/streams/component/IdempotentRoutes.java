package io.gort.camel.streams.component;

import io.gort.camel.streams.GortStreamsIdempotentRepository;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.IdempotentConsumerDefinition;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.StreamEntryID;

/** Routes with Camel's idempotent consumer over the repository on Redis, and the effects they have. */
@WithRedis
abstract class IdempotentRoutes {

    private static final String SOON = "&minIdle=300ms&claimInterval=100ms&blockTimeout=100ms";

    final Queue<String> effects = new ConcurrentLinkedQueue<>();
    RedisUnderTest redis;
    TestKeys keys;
    Eventually eventually;
    GortStreamsIdempotentRepository repository;

    @SuppressWarnings("NullAway.Init") // JUnit calls the method below first
    IdempotentRoutes() {}

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys theKeys, Eventually theEventually) {
        redis = theRedis;
        keys = theKeys;
        eventually = theEventually;
        repository = new GortStreamsIdempotentRepository(theKeys.key("handled:"));
    }

    final void effect(Exchange exchange) {
        effects.add(String.valueOf(exchange.getMessage().getBody(Map.class).get("n")));
    }

    final IdempotentConsumerDefinition once(RouteBuilder routes) {
        return once(routes, "");
    }

    final IdempotentConsumerDefinition once(RouteBuilder routes, String options) {
        return routes.from(entries(options)).idempotentConsumer(routes.simple("${body[n]}"), repository);
    }

    final CamelContext running(LambdaRouteBuilder routes) throws Exception {
        return TestContexts.running(redis, routes);
    }

    final String entries(String options) {
        return "gort-streams:" + keys.key("s") + "?group=g&groupStart=0" + SOON + options;
    }

    final StreamEntryID add(String n) {
        return redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", n));
    }

    static long acknowledged(CamelContext context) {
        return Consumers.first(context).getAcknowledged();
    }
}
