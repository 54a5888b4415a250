package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

/** How busy connections are is shown by meters, JMX and the developer console, also where there is only a producer. */
@WithRedis
class ConnectionsShownIT {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void hasMetersAsLongAsThereAreConnections(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = sending(redis, keys)) {
            assertThat(gauge(redis, "idle")).isEqualTo(1);
            assertThat(gauge(redis, "active")).isZero();
            assertThat(gauge(redis, "waiting")).isZero();
        }

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void isShownByTheComponentInJmx(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = sending(redis, keys)) {
            MBeanServer server =
                    context.getManagementStrategy().getManagementAgent().getMBeanServer();
            ObjectName component = new ObjectName("org.apache.camel:context=" + context.getManagementName()
                    + ",type=components,name=\"gort-streams\"");

            assertThat(server.getAttribute(component, "Connections"))
                    .isEqualTo(Map.of(where(redis), "0 active, 1 idle, 0 waiting"));
        }
    }

    @Test
    void isShownInTheDeveloperConsole(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = sending(redis, keys)) {
            DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("gort-streams");

            JsonObject shown = (JsonObject) console.call(DevConsole.MediaType.JSON, Map.of());
            List<JsonObject> connections = shown.getCollection("connections");
            assertThat(connections)
                    .isEqualTo(List.of(Map.of("server", where(redis), "active", 0, "idle", 1, "waiting", 0)));
            assertThat((String) console.call(DevConsole.MediaType.TEXT, Map.of()))
                    .contains("connections to " + where(redis) + ": 0 active, 1 idle, 0 waiting");
        }
    }

    private CamelContext sending(RedisUnderTest redis, TestKeys keys) throws Exception {
        CamelContext context = TestContexts.to(redis);
        context.getRegistry().bind("metricsRegistry", registry);
        context.start();
        context.createProducerTemplate().sendBody("gort-streams:" + keys.key("s"), Map.of("a", "1"));
        return context;
    }

    private double gauge(RedisUnderTest redis, String what) {
        return registry.get("gort.streams.connections." + what)
                .tag("server", where(redis))
                .gauge()
                .value();
    }

    private static String where(RedisUnderTest redis) {
        return redis.host() + ":" + redis.port() + "/" + redis.database();
    }
}
