package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Cases 1 to 6: each entry arrives, once, whole and in order. */
interface DeliveryCases extends ConformanceFixture {

    @Test
    @Case(1)
    default void allOf100ArriveWithTheirFieldsAndHeaders() throws Exception {
        String stream = "liquidations:binance:BTCUSDT";
        EntryRecorder storage = group(GROUP);
        Queue<Message> seen = new ConcurrentLinkedQueue<>();
        member(routes -> routes.from(from(stream) + "&consumerName=alice")
                .process(exchange -> seen.add(exchange.getMessage().copy()))
                .process(storage.handled()));

        List<String> names = publish(redis(), stream, 100, n -> Map.of("price", Integer.toString(n), "empty", ""));

        books().allHandledOnce(storage);
        assertThat(seen).hasSize(100).zipSatisfy(names, (message, name) -> {
            assertThat(message.getHeaders())
                    .containsEntry(GortStreamsConstants.STREAM_KEY, stream)
                    .containsEntry(GortStreamsConstants.ENTRY_ID, name.substring(stream.length() + 1))
                    .containsEntry(GortStreamsConstants.DATA_TYPE, "liquidations")
                    .containsEntry(GortStreamsConstants.EXCHANGE, "binance")
                    .containsEntry(GortStreamsConstants.SYMBOL, "BTCUSDT")
                    .containsEntry(GortStreamsConstants.GROUP, GROUP)
                    .containsEntry(GortStreamsConstants.CONSUMER_NAME, "alice")
                    .containsEntry(GortStreamsConstants.DELIVERY_COUNT, 1L);
            assertThat(message.getHeaders()).doesNotContainKeys("price", "empty");
        });
        assertThat(seen)
                .extracting(Message::getBody)
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(n -> (Object) Map.of("price", Integer.toString(n), "empty", ""))
                        .toList());
    }

    @Test
    @Case(2)
    default void fiftyConsumersOfAGroupHandleEachOf5000EntriesOnce() throws Exception {
        EntryRecorder storage = group(GROUP);
        Set<String> busy = ConcurrentHashMap.newKeySet();
        member(routes -> {
            for (int i = 0; i < 50; i++) {
                routes.from("gort-streams:orders?group=storage&groupStart=0&minIdle=10s&blockTimeout=200ms")
                        .routeId("member-" + i)
                        .process(exchange -> busy.add(exchange.getFromRouteId()))
                        .process(storage.handled());
            }
        });

        publish("orders", 5_000);

        books().allHandledOnce(storage);
        assertThat(busy).as("members that had some of it").hasSizeGreaterThan(25);
    }

    @Test
    @Case(3)
    default void twentyStreamsAtOnceAreEachCompleteAndNoneMixed() throws Exception {
        EntryRecorder storage = group(GROUP);
        List<String> streams =
                IntStream.range(0, 20).mapToObj(i -> "orders:" + i).toList();
        Map<String, Queue<String>> seen = new ConcurrentHashMap<>();
        member(routes -> routes.from(from(String.join(",", streams)))
                .process(exchange -> seen.computeIfAbsent(streamOf(exchange), key -> new ConcurrentLinkedQueue<>())
                        .add(field(exchange, "of") + " " + field(exchange, "n")))
                .process(storage.handled()));

        for (int round = 0; round < 5; round++) {
            int first = round * 20;
            streams.forEach(stream ->
                    publish(redis(), stream, 20, n -> Map.of("of", stream, "n", Integer.toString(first + n))));
        }

        books().allHandledOnce(storage);
        assertThat(seen).containsOnlyKeys(streams);
        seen.forEach((stream, values) -> assertThat(values)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(n -> stream + " " + n).toList()));
    }

    @Test
    @Case(4)
    default void theOrderOfEachOf16KeysHoldsIn1000Entries() throws Exception {
        keepsTheOrderOfEachKey("");
    }

    @Test
    @Case(4)
    default void inLanesTheOrderOfEachOf16KeysHoldsIn1000Entries() throws Exception {
        keepsTheOrderOfEachKey("&lanes=5&laneBy=field:key&batchSize=50");
    }

    private void keepsTheOrderOfEachKey(String options) throws Exception {
        EntryRecorder storage = group(GROUP);
        Map<String, Queue<Integer>> seen = new ConcurrentHashMap<>();
        member(routes -> routes.from(from("orders") + options)
                .process(exchange -> seen.computeIfAbsent(field(exchange, "key"), key -> new ConcurrentLinkedQueue<>())
                        .add(Integer.valueOf(field(exchange, "n"))))
                .process(storage.handled()));

        publish(redis(), "orders", 1_000, n -> Map.of("key", Integer.toString(n * 7 % 16), "n", Integer.toString(n)));

        books().allHandledOnce(storage);
        assertThat(seen).hasSize(16);
        assertThat(seen.values())
                .allSatisfy(numbers -> assertThat(List.copyOf(numbers)).isSorted());
    }

    @Test
    @Case(5)
    default void whatFailedTwiceIsDeliveredTheThirdTime() throws Exception {
        EntryRecorder storage = group(GROUP);
        Map<String, List<Long>> counts = new ConcurrentHashMap<>();
        member(routes -> routes.from(from("orders"))
                .process(exchange -> {
                    long count = exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT, Long.class);
                    counts.computeIfAbsent(field(exchange, "n"), n -> new ArrayList<>())
                            .add(count);
                    if (count < 3) {
                        throw new IllegalStateException("not yet");
                    }
                })
                .process(storage.handled()));

        publish("orders", 10);

        books().allHandledOnce(storage);
        assertThat(counts).hasSize(10).allSatisfy((n, told) -> assertThat(told).containsExactly(1L, 2L, 3L));
    }

    @Test
    @Case(6)
    default void withMaxInFlightOf1NothingFurtherComesBeforeTheFirstIsDone() throws Exception {
        EntryRecorder storage = group(GROUP);
        CountDownLatch goOn = new CountDownLatch(1);
        Queue<String> begun = new ConcurrentLinkedQueue<>();
        member(routes -> routes.from(from("orders") + "&maxInFlight=1")
                .process(exchange -> begun.add(field(exchange, "n")))
                .process(exchange -> goOn.await(30, TimeUnit.SECONDS))
                .process(storage.handled()));

        publish("orders", 20);

        eventually().pendingIs("orders", GROUP, 1);
        Awaitility.await()
                .during(Duration.ofMillis(600))
                .until(() -> redis().client().xpending("orders", GROUP).getTotal() == 1 && begun.size() == 1);
        goOn.countDown();
        books().allHandledOnce(storage);
        assertThat(begun)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(Integer::toString).toList());
    }

    static String field(Exchange exchange, String name) {
        return String.valueOf(exchange.getMessage().getBody(Map.class).get(name));
    }

    static String streamOf(Exchange exchange) {
        return exchange.getMessage().getHeader(GortStreamsConstants.STREAM_KEY, String.class);
    }
}
