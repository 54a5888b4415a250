package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** What those see of a consumer who look after an application: through JMX and in the developer console. */
@WithRedis
class ManagementIT {

    private static final String PASSWORD = "S3cr3t-of-the-house";

    @Test
    void showsThroughJmxWhatAConsumerHasDone(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = consuming(redis, keys)) {
            redis.eventually()
                    .passes(() -> assertThat(attributes(context, "consumers"))
                            .containsEntry("Group", "g")
                            .containsEntry("ConsumerName", "me")
                            .containsEntry("Delivered", 3L)
                            .containsEntry("Acknowledged", 2L)
                            .containsEntry("Failed", 1L)
                            .containsEntry("DeadLettered", 1L)
                            .containsEntry("Claimed", 0L)
                            .containsEntry("Trimmed", 0L)
                            .containsEntry("InFlight", 0)
                            .containsEntry("Trouble", null)
                            .containsEntry("StreamsSetAside", Map.of()));
        }
    }

    @Test
    void showsConsumersInTheDeveloperConsole(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = consuming(redis, keys)) {
            DevConsole console = console(context);

            redis.eventually()
                    .passes(() -> assertThat(consumers(console))
                            .singleElement()
                            .satisfies(consumer -> assertThat(consumer)
                                    .containsEntry("routeId", "consuming")
                                    .containsEntry("stream", keys.key("s"))
                                    .containsEntry("server", redis.host() + ":" + redis.port())
                                    .containsEntry("group", "g")
                                    .containsEntry("consumerName", "me")
                                    .containsEntry("status", "Started")
                                    .containsEntry("delivered", 3L)
                                    .containsEntry("acknowledged", 2L)
                                    .containsEntry("failed", 1L)
                                    .containsEntry("deadLettered", 1L)
                                    .containsEntry("inFlight", 0)
                                    .doesNotContainKeys("trouble", "streamsSetAside")));
            assertThat((String) console.call(DevConsole.MediaType.TEXT, Map.of()))
                    .contains("routeId: consuming", "group: g", "delivered: 3");
        }
    }

    @Test
    void showsWhatTroublesAConsumer(RedisUnderTest redis, TestKeys keys) throws Exception {
        redis.client().set(keys.key("text"), "no stream");
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext aside = TestContexts.running(
                        redis,
                        routes -> routes.from("gort-streams:" + keys.key("text") + "," + keys.key("s") + "?group=g")
                                .to("mock:handled"));
                CamelContext alone = TestContexts.running(
                        server.redis(), routes -> routes.from("gort-streams:s").to("mock:handled"))) {
            server.stop();

            redis.eventually().passes(() -> {
                assertThat(consumers(console(aside))
                                .get(0)
                                .get("streamsSetAside")
                                .toString())
                        .contains(keys.key("text") + "=");
                assertThat(consumers(console(alone)).get(0).getString("trouble"))
                        .contains("127.0.0.1:" + server.port());
                assertThat(attributes(alone, "consumers").get("Trouble")).isNotNull();
            });
        }
    }

    @Test
    void showsThePasswordNowhere() throws Exception {
        try (RedisServerProcess server =
                        RedisServerProcess.settings().password(PASSWORD).start();
                CamelContext context = TestContexts.to(server.redis().as(null, null))) {
            String secret = "?username=default&password=RAW(" + PASSWORD + ")";
            context.addRoutes(TestContexts.routes(routes ->
                    routes.from("gort-streams:s" + secret + "&group=g").to("gort-streams:t" + secret)));
            context.start();

            List<String> shown = new ArrayList<>();
            for (String type : List.of("consumers", "producers", "endpoints", "routes")) {
                shown.add(attributes(context, type).toString());
            }
            shown.add(console(context).call(DevConsole.MediaType.TEXT, Map.of()).toString());
            shown.add(console(context).call(DevConsole.MediaType.JSON, Map.of()).toString());
            assertThat(shown).allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain(PASSWORD));
        }
    }

    /** Two entries are handled, one is dead-lettered. */
    private static CamelContext consuming(RedisUnderTest redis, TestKeys keys) throws Exception {
        CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&consumerName=me&maxDeliveries=1")
                        .routeId("consuming")
                        .filter(routes.simple("${body[n]} == 'bad'"))
                        .throwException(new IllegalStateException("no luck")));
        for (String n : List.of("good", "bad", "good")) {
            redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", n));
        }
        return context;
    }

    private static DevConsole console(CamelContext context) {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("gort-streams");
    }

    private static List<JsonObject> consumers(DevConsole console) {
        JsonObject root = (JsonObject) console.call(DevConsole.MediaType.JSON, Map.of());
        List<JsonObject> consumers = root.getCollection("consumers");
        return consumers;
    }

    /** All attributes of all of a type, such as consumers. */
    private static Map<String, Object> attributes(CamelContext context, String type) throws Exception {
        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        Set<ObjectName> names = server.queryNames(
                new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=" + type + ",*"),
                null);
        Map<String, Object> attributes = new HashMap<>();
        for (ObjectName name : names) {
            for (MBeanAttributeInfo info : server.getMBeanInfo(name).getAttributes()) {
                attributes.put(info.getName(), server.getAttribute(name, info.getName()));
            }
        }
        return attributes;
    }
}
