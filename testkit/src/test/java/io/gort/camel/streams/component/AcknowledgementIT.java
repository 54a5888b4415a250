package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.EntryRefusal;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.AsyncProcessorSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.StreamEntryID;

/** An entry is acknowledged when its route is done and not before, however and on whichever thread the route goes on. */
@WithRedis
class AcknowledgementIT {

    @ParameterizedTest
    @ValueSource(strings = {"here", "seda", "threads", "asynchronous", "direct", "multicast"})
    void acknowledgesOnlyWhenTheRouteIsDone(String way, RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (CamelContext context = running(redis, keys, way, exchange -> {
            reached.countDown();
            goOn.await(10, TimeUnit.SECONDS);
        })) {
            add(redis, keys);

            assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
            // a time in which a premature acknowledgement would have come
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .until(() -> redis.client().xpending(keys.key("s"), "g").getTotal() == 1);
            goOn.countDown();
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "seda", "threads", "asynchronous", "direct", "multicast"})
    void leavesPendingWhatFails(String way, RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (CamelContext context = running(redis, keys, way, exchange -> {
            if ("bad".equals(exchange.getMessage().getBody(Map.class).get("a"))) {
                throw new IllegalStateException("no luck");
            }
        })) {
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            handled.expectedMessageCount(2);

            add(redis, keys);
            StreamEntryID bad = redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("a", "bad"));
            add(redis, keys);

            handled.assertIsSatisfied();
            eventually.pendingIs(keys.key("s"), "g", 1);
            assertThat(redis.client().xpending(keys.key("s"), "g").getMinId()).isEqualTo(bad);
        }
    }

    @Test
    void acknowledgesWhatAnErrorHandlerHasHandled(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (CamelContext context = TestContexts.running(redis, routes -> {
            routes.onException(IllegalStateException.class).handled(true).to("mock:caught");
            routes.from("gort-streams:" + keys.key("s") + "?group=g&groupStart=0")
                    .throwException(new IllegalStateException("no luck"));
        })) {
            context.getEndpoint("mock:caught", MockEndpoint.class).expectedMessageCount(1);

            add(redis, keys);

            MockEndpoint.assertIsSatisfied(context);
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void leavesPendingWhatIsRolledBack(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&groupStart=0")
                        .to("mock:seen")
                        .markRollbackOnly())) {
            context.getEndpoint("mock:seen", MockEndpoint.class).expectedMessageCount(2);

            add(redis, keys);
            add(redis, keys);

            MockEndpoint.assertIsSatisfied(context);
            eventually.pendingIs(keys.key("s"), "g", 2);
        }
    }

    @Test
    void deadLettersWhatAStepRefuses(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("s");
        String letters = StreamKeys.deadLetterFor(stream);
        InvalidEntryException reason = new InvalidEntryException("order", List.of("n: 1 (expected: 2)"));
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + stream + "?group=g&groupStart=0&maxDeliveries=5")
                        .process(exchange -> EntryRefusal.refuse(exchange, reason))
                        .to("mock:after"))) {
            context.getEndpoint("mock:after", MockEndpoint.class).expectedMessageCount(0);

            add(redis, keys);

            eventually.lengthIs(letters, 1);
            eventually.pendingIs(stream, "g", 0);
            MockEndpoint.assertIsSatisfied(context);
        }
        assertThat(redis.client().xrange(letters, "-", "+").get(0).getFields())
                .containsEntry("dead_letter_reason", "invalid")
                .containsEntry("dead_letter_message", "Invalid order: n: 1 (expected: 2)");
    }

    @Test
    void acknowledgesManyEntriesPerCall() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext context = TestContexts.running(
                        server.redis(),
                        routes -> routes.from("gort-streams:s?group=g&groupStart=0&batchSize=100")
                                .to("mock:handled"))) {
            context.getEndpoint("mock:handled", MockEndpoint.class).expectedMessageCount(2_000);

            context.createProducerTemplate()
                    .sendBody(
                            "gort-streams:s",
                            IntStream.range(0, 2_000)
                                    .mapToObj(i -> Map.of("a", "1"))
                                    .toList());

            MockEndpoint.assertIsSatisfied(context);
            server.redis().eventually().pendingIs("s", "g", 0);
            String xack = server.redis()
                    .client()
                    .info("commandstats")
                    .lines()
                    .filter(line -> line.startsWith("cmdstat_xack:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Integer.parseInt(xack.replaceAll(".*calls=(\\d+),.*", "$1")))
                    .isLessThanOrEqualTo(200);
        }
    }

    @Test
    void keepsTheOrderAlsoInAsynchronousRoutes(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = running(redis, keys, "asynchronous", exchange -> {})) {
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            List<LinkedHashMap<String, String>> bodies = IntStream.range(0, 50)
                    .mapToObj(i -> new LinkedHashMap<>(Map.of("n", Integer.toString(i))))
                    .toList();
            handled.expectedBodiesReceived(bodies);

            context.createProducerTemplate().sendBody("gort-streams:" + keys.key("s"), bodies);

            handled.assertIsSatisfied();
        }
    }

    @Test
    void waitsForADelayedRouteWithoutHoldingTheStop(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&groupStart=0")
                        .to("mock:before")
                        .delay(700)
                        .asyncDelayed()
                        .to("mock:after"))) {
            context.getEndpoint("mock:before", MockEndpoint.class).expectedMessageCount(1);
            add(redis, keys);
            MockEndpoint.assertIsSatisfied(context);
        }

        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isZero();
    }

    private static CamelContext running(RedisUnderTest redis, TestKeys keys, String way, Processor work)
            throws Exception {
        return TestContexts.running(redis, routes -> {
            RouteDefinition from = routes.from("gort-streams:" + keys.key("s") + "?group=g&groupStart=0");
            switch (way) {
                case "here" -> from.process(work).to("mock:handled");
                case "seda" -> {
                    from.to("seda:work?waitForTaskToComplete=Never");
                    routes.from("seda:work").process(work).to("mock:handled");
                }
                case "threads" -> from.threads(2).process(work).to("mock:handled");
                case "asynchronous" ->
                    from.process(new ElsewhereAndLater()).process(work).to("mock:handled");
                case "direct" -> {
                    from.to("direct:work");
                    routes.from("direct:work").process(work).to("mock:handled");
                }
                default -> {
                    from.multicast().parallelProcessing().stopOnException().to("direct:work");
                    routes.from("direct:work").process(work).to("mock:handled");
                }
            }
        });
    }

    private static void add(RedisUnderTest redis, TestKeys keys) {
        redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("a", "good"));
    }

    /** Goes on, on another thread. */
    private static final class ElsewhereAndLater extends AsyncProcessorSupport {

        private final ExecutorService threads = Executors.newSingleThreadExecutor();

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            threads.execute(() -> threads.execute(() -> callback.done(false)));
            return false;
        }

        @Override
        protected void doStop() {
            threads.shutdownNow();
        }
    }
}
