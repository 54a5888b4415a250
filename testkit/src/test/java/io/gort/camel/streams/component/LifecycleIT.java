package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.engine.DefaultInflightRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.StreamEntryID;

/** Consumers come and go with their routes, and leave nothing behind. */
@WithRedis
class LifecycleIT {

    @ParameterizedTest
    @ValueSource(strings = {"s?group=g&blockTimeout=30s", "s?blockTimeout=30s", "s,t,u*?group=g&blockTimeout=30s"})
    void stopsAtOnceAndLeavesNoThreadAndNoConnection(String uri) throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            CamelContext context = TestContexts.running(
                    server.redis(), routes -> routes.from("gort-streams:" + uri).to("mock:handled"));
            Eventually.holds("reading", () -> clients(server.redis()).anyMatch(c -> c.contains("cmd=xread")));

            long began = System.nanoTime();
            context.getRouteController().stopAllRoutes();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            context.close();

            assertThat(took).isLessThan(Duration.ofMillis(500));
            leavesNoThread();
            Eventually.holds(
                    "no connection is left",
                    () -> clients(server.redis()).allMatch(client -> client.contains("name=testkit")));
        }
    }

    @Test
    void startsAgainAsOftenAsItIsStopped(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g")
                        .routeId("consuming")
                        .to("mock:handled"))) {
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            for (int round = 1; round <= 5; round++) {
                handled.reset();
                handled.expectedMessageCount(1);
                redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("a", "1"));
                handled.assertIsSatisfied();
                context.getRouteController().stopRoute("consuming");
                leavesNoThread();
                context.getRouteController().startRoute("consuming");
            }
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void survivesRestartsOfTheContext() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            String here = "host=127.0.0.1&port=" + server.port();
            CamelContext context = TestContexts.running(
                    server.redis(),
                    routes -> routes.from("gort-streams:s?group=g&" + here).to("gort-streams:t?" + here));
            for (int round = 1; round <= 5; round++) {
                server.redis().client().xadd("s", StreamEntryID.NEW_ENTRY, Map.of("a", "1"));
                server.redis().eventually().lengthIs("t", round);
                server.redis().eventually().pendingIs("s", "g", 0);
                context.stop();
                leavesNoThread();
                context.start();
            }
            context.close();
        }
    }

    @Test
    void readsNothingWhileSuspended(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g")
                        .routeId("consuming")
                        .to("mock:handled"))) {
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            eventually.passes( // what a server hears of only together with its end, it may still answer
                    () -> assertThat(redis.client().info("clients")).contains("blocked_clients:1"));
            context.getRouteController().suspendRoute("consuming");
            redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("a", "1"));
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .until(() -> handled.getReceivedCounter() == 0
                            && redis.client().xpending(keys.key("s"), "g").getTotal() == 0);

            handled.expectedMessageCount(1);
            context.getRouteController().resumeRoute("consuming");

            handled.assertIsSatisfied();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?group=g", "", "?group=g&ackMode=NONE"})
    void handsOnNothingAnyMoreWhenItHasBeenSuspended(String options, RedisUnderTest redis, TestKeys keys)
            throws Exception {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        try (CamelContext context = TestContexts.to(redis)) {
            context.setInflightRepository(new DefaultInflightRepository() {
                @Override
                public int size(String routeId) {
                    return 0; // as it is before an entry has come to its route
                }
            });
            context.addRoutes(TestContexts.routes(routes -> routes.from("gort-streams:" + keys.key("s") + options)
                    .routeId("consuming")
                    .process(exchange -> {
                        begun.incrementAndGet();
                        goOn.await();
                    })));
            context.start();
            context.createProducerTemplate()
                    .sendBody("gort-streams:" + keys.key("s"), Collections.nCopies(100, Map.of("a", "1")));
            Awaitility.await().until(() -> begun.get() == 1);
            CompletableFuture<CamelContext> suspension = CompletableFuture.supplyAsync(() -> suspended(context));
            assertThat(suspension).as("while an entry begins").failsWithin(Duration.ofMillis(300));
            goOn.countDown();
            suspension.join();

            int before = begun.get();
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> begun.get() == before);
        }
    }

    @Test
    void losesNothingOverManySuspensionsUnderLoad(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&batchSize=50")
                        .routeId("consuming")
                        .to("mock:handled"))) {
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            for (int round = 0; round < 10; round++) {
                for (int i = 0; i < 100; i++) {
                    redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("a", "1"));
                }
                context.getRouteController().suspendRoute("consuming");
                context.getRouteController().resumeRoute("consuming");
            }

            eventually.passes(() -> assertThat(handled.getExchanges())
                    .extracting(exchange -> exchange.getMessage().getHeader(GortStreamsConstants.ENTRY_ID))
                    .hasSize(1_000)
                    .doesNotHaveDuplicates());
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void finishesWhatIsInWorkAndLeavesTheRestPending(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&consumerName=me")
                        .to("mock:begun")
                        .delay(400)
                        .to("mock:ended"));
        MockEndpoint begun = context.getEndpoint("mock:begun", MockEndpoint.class);
        MockEndpoint ended = context.getEndpoint("mock:ended", MockEndpoint.class);
        begun.expectedMessageCount(1);
        try (context) {
            context.createProducerTemplate()
                    .sendBody("gort-streams:" + keys.key("s"), Collections.nCopies(5, Map.of("a", "1")));
            begun.assertIsSatisfied();
        }

        assertThat(ended.getReceivedCounter()).isBetween(1, 2).isEqualTo(begun.getReceivedCounter());
        try (CamelContext next = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&consumerName=me")
                        .to("mock:handled"))) {
            MockEndpoint handled = next.getEndpoint("mock:handled", MockEndpoint.class);
            handled.expectedMessageCount(5 - ended.getReceivedCounter());
            handled.assertIsSatisfied();
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void everyInstanceWithoutAGroupSeesEverything(RedisUnderTest redis, TestKeys keys) throws Exception {
        redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "old"));
        String uri = "gort-streams:" + keys.key("s") + "," + keys.key("t") + "?batchSize=3";
        try (CamelContext one =
                        TestContexts.running(redis, routes -> routes.from(uri).to("mock:handled"));
                CamelContext two =
                        TestContexts.running(redis, routes -> routes.from(uri).to("mock:handled"))) {
            one.getEndpoint("mock:handled", MockEndpoint.class).expectedMessageCount(40);
            two.getEndpoint("mock:handled", MockEndpoint.class).expectedMessageCount(40);

            for (int i = 0; i < 20; i++) {
                redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "new"));
                redis.client().xadd(keys.key("t"), StreamEntryID.NEW_ENTRY, Map.of("n", "new"));
            }

            MockEndpoint.assertIsSatisfied(one);
            MockEndpoint.assertIsSatisfied(two);
            assertThat(redis.client().xinfoGroups(keys.key("s"))).isEmpty();
        }
    }

    private static CamelContext suspended(CamelContext context) {
        try {
            context.getRouteController().suspendRoute("consuming");
            return context;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static Stream<String> clients(RedisUnderTest redis) {
        Object list = redis.client().executeCommand(new CommandArguments(Protocol.Command.CLIENT).add("LIST"));
        return new String((byte[]) list, StandardCharsets.UTF_8).lines();
    }

    /** A thread that is told to end needs a moment for it. */
    private static void leavesNoThread() {
        Awaitility.await()
                .atMost(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.contains("gort-streams")));
    }
}
