package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** Consumers have meters where the application has a meter registry. */
@WithRedis
class MetersIT {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsWhatAConsumerDoes(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = consuming(redis, keys)) {
            redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("a", "1"));

            redis.eventually().passes(() -> {
                assertThat(count(keys, "delivered")).isEqualTo(1);
                assertThat(count(keys, "acknowledged")).isEqualTo(1);
                assertThat(count(keys, "dead.lettered")).isZero();
                assertThat(registry.get("gort.streams.entries.in.flight")
                                .gauge()
                                .value())
                        .isZero();
                assertThat(registry.get("gort.streams.set.aside").gauge().value())
                        .isZero();
            });
        }
    }

    @Test
    void takesItsMetersAlongWhenItStops(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = consuming(redis, keys)) {
            assertThat(registry.getMeters()).isNotEmpty();

            context.getRouteController().stopRoute("consuming");
            assertThat(registry.getMeters()).isEmpty();

            context.getRouteController().startRoute("consuming");
            assertThat(registry.getMeters())
                    .extracting(Meter::getId)
                    .extracting(Meter.Id::getName)
                    .allMatch(name -> name.startsWith("gort.streams."));
        }
    }

    @Test
    void doesWithoutARegistry(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = TestContexts.running(
                redis, routes -> routes.from("gort-streams:" + keys.key("s")).to("mock:handled"))) {
            assertThat(context.getStatus().isStarted()).isTrue();
        }
    }

    private CamelContext consuming(RedisUnderTest redis, TestKeys keys) throws Exception {
        CamelContext context = TestContexts.to(redis);
        context.getRegistry().bind("metricsRegistry", registry);
        context.addRoutes(
                TestContexts.routes(routes -> routes.from("gort-streams:" + keys.key("s") + "?group=storage-group")
                        .routeId("consuming")
                        .to("mock:handled")));
        context.start();
        return context;
    }

    private double count(TestKeys keys, String what) {
        return registry.get("gort.streams.entries." + what)
                .tags("stream", keys.key("s"), "group", "storage-group", "route", "consuming")
                .functionCounter()
                .count();
    }
}
