package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConsumer;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;

/** What the options {@code lanes}, {@code laneBy} and {@code ackMode=NONE} promise. */
@WithRedis
class LanesIT {

    private static void add(RedisUnderTest redis, String stream, int count, int keys) {
        try (AbstractPipeline pipeline = redis.client().pipelined()) {
            for (int i = 0; i < count; i++) {
                Map<String, String> fields = Map.of("key", "k" + i % keys, "number", Integer.toString(i), "order", "0");
                pipeline.xadd(stream, StreamEntryID.NEW_ENTRY, fields);
            }
            pipeline.sync();
        }
    }

    private static RouteBuilder route(String uri, Processor processor) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(processor);
            }
        };
    }

    @Test
    void handlesLanesSideBySide(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("lanes");
        CyclicBarrier twoAtOnce = new CyclicBarrier(2);
        try (CamelContext context = TestContexts.started(
                redis,
                route(
                        "gort-streams:" + stream + "?group=g&lanes=16&laneBy=field:key",
                        exchange -> twoAtOnce.await(10, TimeUnit.SECONDS)))) {

            add(redis, stream, 2, 2);

            eventually.pendingIs(stream, "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void keepsTheOrderOfEachKey(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("order");
        Map<String, Queue<Integer>> handled = new ConcurrentHashMap<>();
        try (CamelContext context = TestContexts.started(
                redis, route("gort-streams:" + stream + "?group=g&lanes=4&laneBy=field:key&batchSize=100", exchange -> {
                    Map<?, ?> fields = exchange.getMessage().getBody(Map.class);
                    handled.computeIfAbsent((String) fields.get("key"), key -> new ConcurrentLinkedQueue<>())
                            .add(Integer.valueOf((String) fields.get("number")));
                }))) {

            add(redis, stream, 1000, 16);

            eventually.passes(() -> assertThat(
                            handled.values().stream().mapToInt(Queue::size).sum())
                    .isEqualTo(1000));
            assertThat(handled).hasSize(16);
            assertThat(handled.values())
                    .allSatisfy(numbers -> assertThat(List.copyOf(numbers)).isSorted());
            eventually.pendingIs(stream, "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void handlesUpToMaxInFlightAtOnceWhereThereIsNoOrder(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("unordered");
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try (CamelContext context = TestContexts.started(
                redis, route("gort-streams:" + stream + "?group=g&lanes=0&maxInFlight=7", exchange -> {
                    running.incrementAndGet();
                    assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
                }))) {
            add(redis, stream, 20, 1);

            eventually.passes(() -> assertThat(running).hasValue(7));
            assertThat(redis.client().xpending(stream, "g").getTotal()).isEqualTo(7);
            release.countDown();

            eventually.passes(() -> assertThat(running).hasValue(20));
            eventually.pendingIs(stream, "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void leavesWhatWaitsInALanePendingAtTheStop(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("stop");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger handled = new AtomicInteger();
        CamelContext context =
                TestContexts.started(redis, route("gort-streams:" + stream + "?group=g&lanes=2", exchange -> {
                    begun.countDown();
                    assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
                    handled.incrementAndGet();
                }));
        add(redis, stream, 5, 1);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        eventually.pendingIs(stream, "g", 5);

        Thread stopping = new Thread(context::stop);
        stopping.start();
        GortStreamsConsumer consumer =
                (GortStreamsConsumer) context.getRoutes().get(0).getConsumer();
        eventually.passes(() -> assertThat(consumer.isSuspendingOrSuspended()).isTrue());
        release.countDown();
        stopping.join(20_000);

        assertThat(handled).hasValue(1);
        eventually.pendingIs(stream, "g", 4);
    }

    @Test
    void makesRoomForMoreWithoutAcknowledgement(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("room");
        AtomicInteger handled = new AtomicInteger();
        try (CamelContext context = TestContexts.started(
                redis,
                route(
                        "gort-streams:" + stream + "?group=g&ackMode=NONE&maxInFlight=2",
                        exchange -> handled.incrementAndGet()))) {

            add(redis, stream, 20, 1);

            eventually.passes(() -> assertThat(handled).hasValue(20));
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void leavesNothingPendingWithoutAcknowledgement(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("none");
        Queue<String> handled = new ConcurrentLinkedQueue<>();
        try (CamelContext context =
                TestContexts.started(redis, route("gort-streams:" + stream + "?group=g&ackMode=NONE", exchange -> {
                    handled.add(exchange.getMessage()
                            .getBody(Map.class)
                            .get("number")
                            .toString());
                    throw new IllegalStateException("lost, as told");
                }))) {

            add(redis, stream, 3, 1);

            eventually.passes(() -> assertThat(handled)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 3).mapToObj(Integer::toString).toList()));
            assertThat(redis.client().xpending(stream, "g").getTotal()).isZero();
            assertThat(context.isStarted()).isTrue();
        }
    }
}
