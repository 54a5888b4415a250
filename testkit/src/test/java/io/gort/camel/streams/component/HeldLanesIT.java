package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.Acknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamPendingEntry;

/** What {@code onLaneFailure=hold} promises: the order of a lane is kept though its entries fail, and nothing gets stuck. */
@WithRedis
class HeldLanesIT {

    private static final String SOON = "&minIdle=300ms&claimInterval=50ms&blockTimeout=200ms";

    private final Map<String, Queue<Integer>> handled = new ConcurrentHashMap<>();
    private final Queue<Long> deliveryCounts = new ConcurrentLinkedQueue<>();

    @Test
    void keepsTheOrderOfEachKeyThoughEntriesFailTwice(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&lanes=4&laneBy=field:key&onLaneFailure=hold" + SOON;
        try (CamelContext context = running(redis, uri, number -> number % 50 == 7, 3)) {
            add(redis, keys.key("s"), 0, 200, 8);

            eventually
                    .within(Duration.ofSeconds(30))
                    .passes(() -> assertThat(handledInAll()).isEqualTo(200));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(handled).hasSize(8);
            assertThat(handled.values())
                    .allSatisfy(numbers -> assertThat(List.copyOf(numbers))
                            .hasSize(25)
                            .isSorted()
                            .doesNotHaveDuplicates());
            assertThat(context.isStarted()).isTrue();
        }
        assertThat(deliveryCounts)
                .as("what waited was kept alive, and not claimed")
                .containsOnly(1L, 3L)
                .filteredOn(count -> count == 3)
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void keepsTheOrderOfTheOneLaneHoweverFewMayBeInFlight(
            int maxInFlight, RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold&maxInFlight=" + maxInFlight + SOON;
        try (CamelContext context = running(redis, uri, number -> number % 5 == 2, 2)) {
            add(redis, keys.key("s"), 0, 12, 1);

            eventually
                    .within(Duration.ofSeconds(30))
                    .passes(() -> assertThat(handledInAll()).isEqualTo(12));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(12));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void letsOtherLanesGoOn(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("a") + "," + keys.key("b")
                + "?group=g&lanes=16&onLaneFailure=hold&maxInFlight=20&minIdle=1h&claimInterval=50ms";
        String failing = keys.key("a");
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + uri + "&groupStart=0")
                        .process(exchange -> {
                            if (failing.equals(exchange.getMessage().getHeader(GortStreamsConstants.STREAM_KEY))) {
                                throw new IllegalStateException("no luck");
                            }
                        })
                        .process(this::note))) {
            add(redis, keys.key("a"), 0, 10, 1);
            eventually.pendingIs(keys.key("a"), "g", 10);
            add(redis, keys.key("b"), 0, 100, 1);

            eventually.passes(() -> assertThat(handled.getOrDefault("k0", new ConcurrentLinkedQueue<>()))
                    .containsExactlyElementsOf(upTo(100)));
            assertThat(redis.client().xpending(keys.key("a"), "g").getTotal()).isEqualTo(10);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void goesOnOnceAnEntryIsDeadLettered(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold&maxDeliveries=2" + SOON;
        try (CamelContext context = running(redis, uri, number -> number == 0, 99)) {
            add(redis, keys.key("s"), 0, 5, 1);

            eventually.passes(() -> assertThat(handled.get("k0")).containsExactly(1, 2, 3, 4));
            eventually.lengthIs("dead-letter:{" + keys.key("s") + "}", 1);
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void goesOnOnceAnotherMemberHasTakenAnEntryOverAndFinishedIt(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&consumerName=me&onLaneFailure=hold&minIdle=1h&claimInterval=50ms";
        try (CamelContext context = running(redis, uri, number -> number == 0, 99)) {
            StreamEntryID failing = add(redis, keys.key("s"), 0, 5, 1).get(0);
            eventually.pendingIs(keys.key("s"), "g", 5);

            redis.client().xclaim(keys.key("s"), "g", "other", 0, new XClaimParams(), failing);
            Awaitility.await().during(Duration.ofMillis(300)).until(handled::isEmpty);
            redis.client().xack(keys.key("s"), "g", failing);

            eventually.passes(() -> assertThat(handled.get("k0")).containsExactly(1, 2, 3, 4));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void twoMembersNeverWaitForEachOther(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("s");
        String uri = stream + "?group=g&consumerName=me&onLaneFailure=hold&minIdle=1h&claimInterval=50ms";
        redis.client().xgroupCreate(stream, "g", new StreamEntryID(0), true);
        StreamEntryID theirs = add(redis, stream, 0, 1, 1).get(0);
        redis.client()
                .xreadGroup(
                        "g",
                        "other",
                        new XReadGroupParams(),
                        Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        try (CamelContext context = running(redis, uri, number -> number == 1, 99)) {
            StreamEntryID ours = add(redis, stream, 1, 1, 1).get(0);
            eventually.passes(() -> assertThat(ownedBy(redis, stream, "me")).containsExactly(ours));

            redis.client().xclaim(stream, "g", "other", 0, new XClaimParams().idle(7_200_000), theirs);
            eventually.passes(() -> assertThat(ownedBy(redis, stream, "me")).containsExactly(theirs, ours));
            redis.client().xclaim(stream, "g", "other", 0, new XClaimParams(), ours);

            eventually.passes(() -> assertThat(handled.get("k0")).containsExactly(0));
            assertThat(context.isStarted()).isTrue();
        }
    }

    private static List<StreamEntryID> ownedBy(RedisUnderTest redis, String stream, String consumer) {
        return redis.client().xpending(stream, "g", new XPendingParams("-", "+", 10).consumer(consumer)).stream()
                .map(StreamPendingEntry::getID)
                .toList();
    }

    @Test
    void leavesWhatIsHeldUpPendingAtTheStopForTheNextStart(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&consumerName=me&onLaneFailure=hold" + SOON;
        try (CamelContext context = running(redis, uri + "&maxProcessingTime=1h", number -> number == 0, 99)) {
            add(redis, keys.key("s"), 0, 5, 1);
            eventually.pendingIs(keys.key("s"), "g", 5);
            assertThat(context.isStarted()).isTrue();
        }
        assertThat(handled).isEmpty();
        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(5);

        try (CamelContext context = running(redis, uri, number -> number == 0, 3)) {
            add(redis, keys.key("s"), 5, 5, 1);
            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(10));
            assertThat(handled.get("k0")).as("what was pending comes first").containsExactlyElementsOf(upTo(10));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void keepsTheOrderOverASuspension(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold" + SOON;
        AtomicBoolean fails = new AtomicBoolean(true);
        try (CamelContext context = running(redis, uri, number -> number == 1 && fails.get(), 99)) {
            add(redis, keys.key("s"), 0, 5, 1);
            eventually.pendingIs(keys.key("s"), "g", 4);
            String route = context.getRoutes().get(0).getId();

            context.getRouteController().suspendRoute(route);
            add(redis, keys.key("s"), 5, 5, 1);
            fails.set(false);
            context.getRouteController().resumeRoute(route);

            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(10));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(10));
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void holdsWhatIsLeftPendingByHandToo(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&ackMode=MANUAL&onLaneFailure=hold&groupStart=0" + SOON;
        BlockingQueue<Exchange> inHand = new LinkedBlockingQueue<>();
        try (CamelContext context = TestContexts.running(
                redis, routes -> routes.from("gort-streams:" + uri).process(inHand::add))) {
            add(redis, keys.key("s"), 0, 2, 1);

            Exchange first = inHand.poll(10, TimeUnit.SECONDS);
            assertThat(number(first)).isZero();
            assertThat(inHand.poll(300, TimeUnit.MILLISECONDS))
                    .as("while the first is in hand")
                    .isNull();
            handleOf(first).leavePending();
            Exchange again = inHand.poll(10, TimeUnit.SECONDS);
            assertThat(number(again)).isZero();
            handleOf(again).acknowledge();
            Exchange second = inHand.poll(10, TimeUnit.SECONDS);
            assertThat(number(second)).isEqualTo(1);
            handleOf(second).acknowledge();

            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void keepsTheOrderThoughTheGroupIsLostMeanwhile(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold&lanes=2" + SOON;
        AtomicBoolean fails = new AtomicBoolean(true);
        try (CamelContext context = running(redis, uri, number -> number == 1 && fails.get(), 99)) {
            add(redis, keys.key("s"), 0, 5, 1);
            eventually.pendingIs(keys.key("s"), "g", 4);

            redis.client().xgroupDestroy(keys.key("s"), "g");
            fails.set(false);

            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(5));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(5));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void keepsTheOrderBehindAnotherThread(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold" + SOON;
        try (CamelContext context = TestContexts.running(redis, routes -> {
            routes.from("gort-streams:" + uri + "&groupStart=0").to("seda:work?waitForTaskToComplete=Never");
            routes.from("seda:work?concurrentConsumers=4")
                    .process(exchange -> failAtFirst(exchange, number -> number % 4 == 1, 2))
                    .process(this::note);
        })) {
            add(redis, keys.key("s"), 0, 10, 1);

            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(10));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(10));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    private CamelContext running(RedisUnderTest redis, String uri, IntPredicate fails, int untilDelivery)
            throws Exception {
        return TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + uri + "&groupStart=0")
                        .process(exchange -> failAtFirst(exchange, fails, untilDelivery))
                        .process(this::note));
    }

    private static void failAtFirst(Exchange exchange, IntPredicate fails, int untilDelivery) {
        long delivery = exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT, Long.class);
        if (fails.test(number(exchange)) && delivery < untilDelivery) {
            throw new IllegalStateException("delivery " + delivery);
        }
    }

    private void note(Exchange exchange) {
        String key = exchange.getMessage().getBody(Map.class).get("key").toString();
        handled.computeIfAbsent(key, any -> new ConcurrentLinkedQueue<>()).add(number(exchange));
        deliveryCounts.add(exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT, Long.class));
    }

    private int handledInAll() {
        return handled.values().stream().mapToInt(Queue::size).sum();
    }

    private static Acknowledgment handleOf(Exchange exchange) {
        return exchange.getMessage().getHeader(GortStreamsConstants.ACKNOWLEDGMENT, Acknowledgment.class);
    }

    private static int number(Exchange exchange) {
        return Integer.parseInt(
                exchange.getMessage().getBody(Map.class).get("n").toString());
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<StreamEntryID> add(RedisUnderTest redis, String stream, int from, int count, int keys) {
        List<StreamEntryID> ids = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            ids.add(redis.client()
                    .xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", Integer.toString(i), "key", "k" + i % keys)));
        }
        return ids;
    }
}
