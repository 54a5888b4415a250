package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.junit.jupiter.api.Test;

/** Producers take part in the health of an application that asks for it ({@code camel.health.producersEnabled}). */
class ProducerHealthIT {

    @Test
    void isDownWhileTheServerDoesNotAnswer() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext context = context(server, true)) {
            publishing(context);
            assertThat(health(context)).contains(HealthCheck.State.UP);

            server.stop();
            assertThat(health(context)).contains(HealthCheck.State.DOWN);

            server.startAgain();
            assertThat(health(context)).contains(HealthCheck.State.UP);
        }
    }

    @Test
    void leavesWithTheProducer() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext context = context(server, true)) {
            publishing(context);

            context.getRouteController().stopRoute("publishing");

            assertThat(health(context)).isEmpty();
        }
    }

    @Test
    void staysAwayIfTheComponentIsToldTo() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext context = context(server, false)) {
            publishing(context);
            server.stop();

            assertThat(health(context)).isNotEqualTo(Optional.of(HealthCheck.State.DOWN));
        }
    }

    private static CamelContext context(RedisServerProcess server, boolean enabled) {
        CamelContext context = TestContexts.to(server.redis());
        HealthCheckRegistry checks = HealthCheckRegistry.get(context);
        HealthCheckRepository producers = (HealthCheckRepository) checks.resolveById("producers");
        producers.setEnabled(true);
        checks.register(producers);
        context.getComponent("gort-streams", GortStreamsComponent.class).setHealthCheckProducerEnabled(enabled);
        return context;
    }

    private static void publishing(CamelContext context) throws Exception {
        context.addRoutes(TestContexts.routes(
                routes -> routes.from("direct:in").routeId("publishing").to("gort-streams:s")));
        context.start();
    }

    private static Optional<HealthCheck.State> health(CamelContext context) {
        return HealthCheckHelper.invoke(context, "full").stream()
                .filter(result -> result.getCheck().getId().startsWith("producer:"))
                .map(HealthCheck.Result::getState)
                .findFirst();
    }
}
