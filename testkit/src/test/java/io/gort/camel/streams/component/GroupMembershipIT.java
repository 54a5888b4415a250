package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamConsumerInfo;

/** Where groups begin, what a member takes first, and which streams it reads. */
@WithRedis
class GroupMembershipIT {

    @Test
    void createsStreamAndGroupBeforeAnythingIsPublished(RedisUnderTest redis, TestKeys keys) throws Exception {
        try (CamelContext context = consuming(redis, keys.key("a") + "," + keys.key("b") + "?group=g")) {
            assertThat(redis.client().xinfoGroups(keys.key("a"))).hasSize(1);
            assertThat(redis.client().xinfoGroups(keys.key("b"))).hasSize(1);
            assertThat(redis.client().xlen(keys.key("a"))).isZero();
        }
    }

    @Test
    void readsSeveralStreams(RedisUnderTest redis, TestKeys keys) throws Exception {
        String streams = keys.key("a") + ", " + keys.key("b") + "," + keys.key("c");
        try (CamelContext context = consuming(redis, streams + "?group=g")) {
            MockEndpoint handled = handled(context);
            handled.expectedHeaderValuesReceivedInAnyOrder(
                    GortStreamsConstants.STREAM_KEY, keys.key("a"), keys.key("b"), keys.key("c"));

            for (String name : List.of("a", "b", "c")) {
                add(redis, keys.key(name), name);
            }

            handled.assertIsSatisfied();
        }
    }

    @Test
    void beginsWithTheOldestEntryIfAskedTo(RedisUnderTest redis, TestKeys keys) throws Exception {
        add(redis, keys.key("s"), "1");
        add(redis, keys.key("s"), "2");
        try (CamelContext context = consuming(redis, keys.key("s") + "?group=g&groupStart=0")) {
            handles(context, "1", "2");
        }
    }

    @Test
    void beginsAfterTheIdAskedFor(RedisUnderTest redis, TestKeys keys) throws Exception {
        String first = add(redis, keys.key("s"), "1");
        add(redis, keys.key("s"), "2");
        try (CamelContext context = consuming(redis, keys.key("s") + "?group=g&groupStart=" + first)) {
            handles(context, "2");
        }
    }

    @Test
    void beginsWithWhatComesNextByDefault(RedisUnderTest redis, TestKeys keys) throws Exception {
        add(redis, keys.key("s"), "old");
        try (CamelContext context = consuming(redis, keys.key("s") + "?group=g")) {
            add(redis, keys.key("s"), "new");

            handles(context, "new");
        }
    }

    @Test
    void keepsThePositionOfAGroupThatExists(RedisUnderTest redis, TestKeys keys) throws Exception {
        add(redis, keys.key("s"), "old");
        redis.client().xgroupCreate(keys.key("s"), "g", StreamEntryID.XGROUP_LAST_ENTRY, false);
        add(redis, keys.key("s"), "missed");
        try (CamelContext context = consuming(redis, keys.key("s") + "?group=g&groupStart=0")) {
            handles(context, "missed");
        }
    }

    @Test
    void takesItsOwnPendingEntriesFirstWithoutCountingThemAgain(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("s");
        for (int i = 1; i <= 25; i++) {
            add(redis, stream, "own" + i);
        }
        redis.client().xgroupCreate(stream, "g", new StreamEntryID("0-0"), false);
        redis.client().xreadGroup("g", "me", XReadGroupParams.xReadGroupParams().count(25), Map.of(stream, xNew()));
        add(redis, stream, "new");

        try (CamelContext context = consuming(redis, stream + "?group=g&consumerName=me")) {
            MockEndpoint handled = handled(context);
            handled.expectedMessageCount(26);
            handled.assertIsSatisfied();

            assertThat(handled.getExchanges())
                    .extracting(
                            exchange -> exchange.getMessage().getBody(Map.class).get("n"))
                    .startsWith("own1", "own2", "own3")
                    .endsWith("own25", "new");
            assertThat(handled.getExchanges())
                    .extracting(exchange -> exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT))
                    .containsOnly(1L);
            eventually.pendingIs(stream, "g", 0);
        }
    }

    @Test
    void handlesAgainAfterARestartWhatHadFailed(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("s");
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + stream + "?group=g&groupStart=0&consumerName=me")
                        .to("mock:handled")
                        .throwException(new IllegalStateException("no luck")))) {
            handled(context).expectedMessageCount(2);
            add(redis, stream, "1");
            add(redis, stream, "2");
            MockEndpoint.assertIsSatisfied(context);
        }
        assertThat(redis.client().xpending(stream, "g").getTotal()).isEqualTo(2);

        try (CamelContext context = consuming(redis, stream + "?group=g&consumerName=me")) {
            handles(context, "1", "2");
            eventually.pendingIs(stream, "g", 0);
        }
    }

    @Test
    void leavesToOthersWhatIsTheirs(RedisUnderTest redis, TestKeys keys) throws Exception {
        String stream = keys.key("s");
        add(redis, stream, "theirs");
        redis.client().xgroupCreate(stream, "g", new StreamEntryID("0-0"), false);
        redis.client()
                .xreadGroup("g", "other", XReadGroupParams.xReadGroupParams().count(1), Map.of(stream, xNew()));
        add(redis, stream, "ours");

        try (CamelContext context = consuming(redis, stream + "?group=g&consumerName=me")) {
            handles(context, "ours");
            assertThat(redis.client().xpending(stream, "g").getConsumerMessageCount())
                    .containsEntry("other", 1L);
        }
    }

    @Test
    void sharesTheEntriesOfAGroupAmongItsMembers(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("s");
        try (CamelContext one = consuming(redis, stream + "?group=g&consumerName=one&batchSize=1");
                CamelContext two = consuming(redis, stream + "?group=g&consumerName=two&batchSize=1")) {
            for (int i = 0; i < 200; i++) {
                add(redis, stream, Integer.toString(i));
            }

            eventually.passes(() -> assertThat(
                            handled(one).getReceivedCounter() + handled(two).getReceivedCounter())
                    .isEqualTo(200));
            eventually.pendingIs(stream, "g", 0);
        }
    }

    @Test
    void keepsItsNameOverRestarts(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("s");
        for (int round = 0; round < 2; round++) {
            CamelContext context = TestContexts.to(redis);
            context.getCamelContextExtension().setName("shop");
            try (context) {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("gort-streams:" + stream + "?group=g&groupStart=0")
                                .routeId("orders")
                                .to("mock:handled");
                    }
                });
                context.start();
                handled(context).expectedMessageCount(1);
                add(redis, stream, "1");
                MockEndpoint.assertIsSatisfied(context);
                eventually.pendingIs(stream, "g", 0);
            }
        }

        assertThat(redis.client().xinfoConsumers2(stream, "g"))
                .extracting(StreamConsumerInfo::getName)
                .singleElement()
                .asString()
                .endsWith("-shop-orders");
    }

    @Test
    void acknowledgesSetUpMarkersOfTypedStreamsWithoutHandlingThem(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String typed = "market:okx:" + keys.uniqueSymbol();
        String free = keys.key("s");
        try (CamelContext context = consuming(redis, typed + "," + free + "?group=g")) {
            handled(context).expectedHeaderValuesReceivedInAnyOrder(GortStreamsConstants.STREAM_KEY, free, typed);

            redis.client().xadd(typed, StreamEntryID.NEW_ENTRY, Map.of("init", "true"));
            redis.client().xadd(typed, StreamEntryID.NEW_ENTRY, Map.of("init", "true", "mark_price", "1"));
            redis.client().xadd(free, StreamEntryID.NEW_ENTRY, Map.of("init", "true"));

            MockEndpoint.assertIsSatisfied(context);
            eventually.pendingIs(typed, "g", 0);
            eventually.pendingIs(free, "g", 0);
        }
    }

    @Test
    void readsWhatMatchesAPatternAlsoLater(RedisUnderTest redis, TestKeys keys) throws Exception {
        String symbol = keys.uniqueSymbol();
        redis.client().set("heatmap:cache:" + symbol + ":1m", "a text");
        add(redis, "liquidations:okx:" + symbol, "old");
        add(redis, "dead-letter:{liquidations:okx:" + symbol + "}", "dead");
        try (CamelContext context =
                consuming(redis, "*" + symbol + "*?group=g&discoveryInterval=100ms&blockTimeout=100ms")) {
            add(redis, "liquidations:okx:" + symbol, "new");
            add(redis, "liquidations:kraken:" + symbol, "born later");
            add(redis, "liquidations:kraken:" + symbol, "born later 2");

            MockEndpoint handled = handled(context);
            handled.expectedMessageCount(3);
            handled.assertIsSatisfied();
            assertThat(handled.getExchanges())
                    .extracting(
                            exchange -> exchange.getMessage().getBody(Map.class).get("n"))
                    .containsExactlyInAnyOrder("new", "born later", "born later 2");
        }
    }

    @Test
    void readsABatchAtATime(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("s");
        for (int i = 0; i < 40; i++) {
            add(redis, stream, Integer.toString(i));
        }
        CountDownLatch goOn = new CountDownLatch(1);
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + stream + "?group=g&groupStart=0&batchSize=7")
                        .process(exchange -> goOn.await(10, TimeUnit.SECONDS)))) {
            eventually.pendingIs(stream, "g", 7);
            goOn.countDown();
            eventually.passes(
                    () -> assertThat(redis.client().xinfoGroups(stream).get(0).getLastDeliveredId())
                            .isEqualTo(redis.client().xinfoStream(stream).getLastGeneratedId()));
            eventually.pendingIs(stream, "g", 0);
        }
    }

    private static CamelContext consuming(RedisUnderTest redis, String uri) throws Exception {
        return TestContexts.running(
                redis, routes -> routes.from("gort-streams:" + uri).to("mock:handled"));
    }

    private static MockEndpoint handled(CamelContext context) {
        return context.getEndpoint("mock:handled", MockEndpoint.class);
    }

    private static void handles(CamelContext context, String... expected) throws InterruptedException {
        MockEndpoint handled = handled(context);
        handled.expectedMessageCount(expected.length);
        handled.assertIsSatisfied();
        assertThat(handled.getExchanges())
                .extracting(exchange -> exchange.getMessage().getBody(Map.class).get("n"))
                .containsExactly((Object[]) expected);
    }

    private static String add(RedisUnderTest redis, String stream, String n) {
        return redis.client()
                .xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", n))
                .toString();
    }

    private static StreamEntryID xNew() {
        return StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY;
    }
}
