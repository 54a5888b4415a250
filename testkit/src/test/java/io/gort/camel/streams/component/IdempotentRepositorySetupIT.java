package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** How the repository on Redis is set up, shared among routes, and told to forget. */
class IdempotentRepositorySetupIT extends IdempotentRoutes {

    @Test
    void forgetsWhatItIsToldTo() throws Exception {
        try (CamelContext context = running(routes -> once(routes).process(this::effect))) {
            repository.confirm("a");
            repository.confirm("b");
            repository.confirm("c");

            assertThat(repository.contains("a")).isTrue();
            assertThat(repository.remove("a")).isTrue();
            assertThat(repository.contains("a")).isFalse();
            repository.clear();

            assertThat(repository.contains("b")).isFalse();
            assertThat(repository.add("c")).isTrue();
            assertThat(repository.getInProgress()).isEqualTo(1);
        }
    }

    @Test
    void servesTheOtherRoutesWhenOneStops() throws Exception {
        try (CamelContext context = running(routes -> {
            once(routes).process(this::effect);
            routes.from("direct:other")
                    .routeId("other")
                    .idempotentConsumer(routes.body(), repository)
                    .to("mock:other");
        })) {
            context.getRouteController().stopRoute("other");
            add("a");
            add("a");

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(2));
            assertThat(effects).containsExactly("a");
        }
    }

    @Test
    void isDeclaredInYaml() throws Exception {
        Resource routes = ResourceHelper.fromString("route.yaml", """
                - beans:
                    - name: handledOrders
                      type: io.gort.camel.streams.GortStreamsIdempotentRepository
                      properties:
                        prefix: "%s"
                        lifetime: 7d
                        inProgressLifetime: 20s
                - route:
                    from:
                      uri: "%s"
                      steps:
                        - idempotentConsumer:
                            idempotentRepository: handledOrders
                            expression:
                              simple: "${body[n]}"
                            steps:
                              - bean: effects
                """.formatted(keys.key("handled:"), entries("")));
        try (CamelContext context = TestContexts.to(redis)) {
            context.getRegistry().bind("effects", new Effects(effects));
            PluginHelper.getRoutesLoader(context).loadRoutes(routes);
            context.start();

            add("a");
            add("a");

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(2));
            assertThat(effects).containsExactly("a");
            assertThat(redis.client().pttl(keys.key("handled:a"))).isGreaterThan(TimeUnit.DAYS.toMillis(6));
        }
    }

    @Test
    void usesAClientThatItIsGivenAndLeavesItOpen() throws Exception {
        try (StreamClient client = JedisStreamClients.of(redis.client())) {
            repository.setClient(client);
            try (CamelContext context = running(routes -> once(routes).process(this::effect))) {
                add("a");
                eventually.passes(() -> assertThat(effects).containsExactly("a"));
            }

            client.ping();
        }
    }

    @Test
    void doesNotStartWithoutAPrefix() throws Exception {
        repository.setPrefix("");

        assertThatThrownBy(() ->
                        running(routes -> once(routes).process(this::effect)).close())
                .hasRootCauseMessage("prefix:  (expected: a text of its own, without *)");
    }

    /** A bean that notes what was done. */
    public static final class Effects {

        private final Queue<String> effects;

        Effects(Queue<String> effects) {
            this.effects = effects;
        }

        public void handle(Map<String, String> fields) {
            effects.add(fields.get("n"));
        }
    }
}
