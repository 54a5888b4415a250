package io.gort.camel.streams.component;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.testkit.RedisUnderTest;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;

/** Camel contexts whose {@code gort-streams} endpoints lead to a server under test. */
final class TestContexts {

    private TestContexts() {}

    /** A context that is not started yet. */
    static CamelContext to(RedisUnderTest redis) {
        CamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(10);
        HealthCheckRegistry health = new DefaultHealthCheckRegistry(context);
        health.register(health.resolveById("consumers"));
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, health);
        GortStreamsComponent component = context.getComponent("gort-streams", GortStreamsComponent.class);
        component.getConfiguration().setHost(redis.host());
        component.getConfiguration().setPort(redis.port());
        component.getConfiguration().setUsername(redis.username());
        component.getConfiguration().setPassword(redis.password());
        component.getConfiguration().setDatabase(redis.database());
        return context;
    }

    /** A started context with routes that are told in a lambda. */
    static CamelContext running(RedisUnderTest redis, LambdaRouteBuilder routes) throws Exception {
        return started(redis, routes(routes));
    }

    /** Routes that are told in a lambda. */
    static RoutesBuilder routes(LambdaRouteBuilder routes) {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                routes.accept(this);
            }
        };
    }

    /** A started context with these routes. */
    static CamelContext started(RedisUnderTest redis, RoutesBuilder routes) throws Exception {
        CamelContext context = to(redis);
        context.addRoutes(routes);
        context.start();
        return context;
    }
}
