package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.BatchAcknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XReadGroupParams;

/** What {@code batching} promises: entries go through the route together, and none is lost or kept waiting. */
class BatchingIT extends BatchRoutes {

    @Test
    void handsOnEntriesOfSeveralStreamsTogether(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        add(redis, keys.key("a"), 0, 2);
        add(redis, keys.key("b"), 2, 2);
        try (CamelContext context =
                running(redis, keys.key("a") + "," + keys.key("b") + "?group=g&consumerName=me&batchSize=4")) {
            eventually.passes(() -> assertThat(batches).hasSize(1));

            Message batch = batches.remove();
            List<StreamEntry> entries = entries(batch);
            assertThat(entries)
                    .extracting(entry -> entry.fields().get("n"))
                    .containsExactlyInAnyOrder("0", "1", "2", "3");
            assertThat(batch.getHeaders())
                    .containsEntry(GortStreamsConstants.BATCH_SIZE, 4)
                    .containsEntry(GortStreamsConstants.GROUP, "g")
                    .containsEntry(GortStreamsConstants.CONSUMER_NAME, "me")
                    .containsEntry(GortStreamsConstants.DELIVERY_COUNT, List.of(1L, 1L, 1L, 1L))
                    .containsEntry(
                            GortStreamsConstants.STREAM_KEY,
                            entries.stream().map(StreamEntry::streamKey).toList())
                    .containsEntry(
                            GortStreamsConstants.ENTRY_ID,
                            entries.stream().map(entry -> entry.id().toString()).toList());
            assertThat(batch.getMessageTimestamp())
                    .isEqualTo(entries.get(0).id().millis());
            eventually.pendingIs(keys.key("a"), "g", 0);
            eventually.pendingIs(keys.key("b"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void makesATradeRecordOfEachEntry(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = "liquidations:binance:" + keys.key("batch").replace(':', '-');
        Queue<LiquidationEvent> events = new ConcurrentLinkedQueue<>();
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + stream + "?group=g&groupStart=0&batching=true")
                        .split(routes.body())
                        .convertBodyTo(LiquidationEvent.class)
                        .process(exchange -> events.add(exchange.getMessage().getBody(LiquidationEvent.class))))) {
            for (int i = 1; i <= 3; i++) {
                redis.client()
                        .xadd(
                                stream,
                                StreamEntryID.NEW_ENTRY,
                                Map.of(
                                        "timestamp", Long.toString(1_757_000_000_000L + i),
                                        "side", "long",
                                        "order_type", "liquidation",
                                        "price", "45000.5",
                                        "quantity", Integer.toString(i)));
            }

            eventually.passes(() -> assertThat(events)
                    .extracting(LiquidationEvent::timestamp)
                    .containsExactly(1_757_000_000_001L, 1_757_000_000_002L, 1_757_000_000_003L));
            assertThat(events).extracting(LiquidationEvent::exchange).containsOnly("binance");
            assertThat(context.isStarted()).isTrue();
        } finally {
            redis.client().del(stream);
        }
    }

    @Test
    void handsOnABatchThatIsNotFullInTime(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String options = "?group=g&batchSize=100&batchTimeout=300ms&blockTimeout=30s";
        try (CamelContext context = running(redis, keys.key("s") + options)) {
            long began = System.nanoTime();
            add(redis, keys.key("s"), 0, 3);

            eventually.passes(() -> assertThat(numbers()).containsExactly("0", "1", "2"));
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isBetween(250L, 5_000L);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&lanes=0", "&ackMode=NONE"})
    void gathersNoMoreThanMayBeInFlight(String options, RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&batchSize=100&maxInFlight=4&batchTimeout=1h" + options;
        try (CamelContext context = running(redis, uri)) {
            add(redis, keys.key("s"), 0, 40);

            eventually.passes(() -> assertThat(numbers()).hasSize(40).doesNotHaveDuplicates());
            assertThat(batches).hasSizeGreaterThanOrEqualTo(10);
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void keepsAliveWhatWaitsForMore(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String options = "?group=g&minIdle=200ms&claimInterval=50ms&batchTimeout=1s";
        try (CamelContext context = running(redis, keys.key("s") + options)) {
            add(redis, keys.key("s"), 0, 2);

            eventually.pendingIs(keys.key("s"), "g", 2);
            eventually.passes(() -> assertThat(numbers()).containsExactly("0", "1"));
            assertThat(batches.remove().getHeader(GortStreamsConstants.DELIVERY_COUNT))
                    .as("claimed by nobody, not even by itself")
                    .isEqualTo(List.of(1L, 1L));
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void handlesBatchesSideBySideWhereThereIsNoOrder(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        CyclicBarrier twoAtOnce = new CyclicBarrier(2);
        String uri = "gort-streams:" + keys.key("s") + "?group=g&groupStart=0&batching=true&batchSize=5&lanes=0";
        try (CamelContext context = TestContexts.running(
                redis, routes -> routes.from(uri).process(exchange -> twoAtOnce.await(10, TimeUnit.SECONDS)))) {
            add(redis, keys.key("s"), 0, 10);

            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void neverHandsOnMarkersAndEntriesOverTheirLimit(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = "orderbook:okx:" + keys.key("batch").replace(':', '-');
        redis.client().xgroupCreate(stream, "g", new StreamEntryID(0, 0), true);
        StreamEntryID overLimit = redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "over"));
        redis.client()
                .xreadGroup(
                        "g",
                        "me",
                        XReadGroupParams.xReadGroupParams().count(1),
                        Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        redis.client().xclaim(stream, "g", "me", 0, XClaimParams.xClaimParams().retryCount(9), overLimit);
        redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("init", "true"));
        add(redis, stream, 0, 2);
        try (CamelContext context = running(redis, stream + "?group=g&consumerName=me&maxDeliveries=3")) {
            eventually.passes(() -> assertThat(numbers()).containsExactly("0", "1"));
            eventually.lengthIs("dead-letter:{" + stream + "}", 1);
            eventually.pendingIs(stream, "g", 0);
            assertThat(context.isStarted()).isTrue();
        } finally {
            redis.client().del(stream, "dead-letter:{" + stream + "}");
        }
    }

    @Test
    void refusesAnEntryThatIsNotOfTheBatch(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (CamelContext context = running(redis, keys.key("s") + "?group=g")) {
            add(redis, keys.key("s"), 0, 1);
            eventually.passes(() -> assertThat(batches).hasSize(1));
            BatchAcknowledgment handle =
                    batches.remove().getHeader(GortStreamsConstants.ACKNOWLEDGMENT, BatchAcknowledgment.class);
            StreamEntry other = new StreamEntry("t", new EntryId(5, 0), Map.of());

            assertThatThrownBy(() -> handle.acknowledge(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("entry: t/5-0 (expected: one of this batch)");
            assertThat(context.isStarted()).isTrue();
        }
    }
}
