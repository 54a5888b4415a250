package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.EntryOutcomeUnknownException;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TcpProxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Cases 11, 29 and 38, as a publisher sees them: what it is told of each entry is what is on the stream. */
interface PublishingCases extends ConformanceFixture {

    int PUBLISHED = 5_000;

    Consumer<Runnable> NO_INTERRUPTION = Runnable::run;

    @Test
    @Case(11)
    default void tenThousandUnfinishedPublishesAreSentWhenTheirContextIsClosed() throws Exception {
        EntryRecorder storage = group(GROUP);
        CamelContext publisher = member(routes -> routes.from("direct:orders").to("gort-streams:orders"));
        List<CompletableFuture<Exchange>> sent = send(publisher, "direct:orders", 10_000, NO_INTERRUPTION);

        publisher.close();

        for (CompletableFuture<Exchange> one : sent) {
            Exchange exchange = one.get(10, TimeUnit.SECONDS);
            assertThat(exchange.getException()).isNull();
            books().published("orders", idOf(exchange));
        }
        member(routes -> routes.from(from("orders") + "&batchSize=100").process(storage.handled()));
        books().allHandledOnce(storage);
        assertThat(storage.publishedCount()).isEqualTo(10_000);
    }

    @Test
    @Case(29)
    default void aServerOutOfMemoryKeepsPublishersWaitingUntilThereIsRoomAndNothingIsLostOrDoubled() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        CamelContext publisher = member(server.redis(), routes -> {});
        send(publisher, "gort-streams:orders", 1, NO_INTERRUPTION).get(0).get(10, TimeUnit.SECONDS);
        server.redis().client().configSet("maxmemory", "1");

        List<CompletableFuture<Exchange>> sent =
                send(publisher, "gort-streams:orders?maxRetryDelay=200ms&maxRetries=100", 200, NO_INTERRUPTION);
        server.redis()
                .eventually()
                .passes(() ->
                        assertThat(server.redis().client().info("errorstats")).contains("errorstat_OOM"));
        assertThat(server.redis().client().xlen("orders")).isEqualTo(1);
        server.redis().client().configSet("maxmemory", "0");

        Set<String> ids = new HashSet<>();
        for (CompletableFuture<Exchange> one : sent) {
            Exchange exchange = one.get(10, TimeUnit.SECONDS);
            assertThat(exchange.getException()).isNull();
            ids.add(idOf(exchange));
        }
        assertThat(ids).hasSize(200);
        assertThat(server.redis().client().xlen("orders")).isEqualTo(201);
    }

    @Test
    @Case(38)
    default void aConnectionCutDuringPipelinesLeavesEachExchangeAnHonestOutcome() throws Exception {
        Cut cut = publishThroughCuts("gort-streams:orders?maxRetries=0");

        assertThat(cut.added().keySet())
                .allSatisfy(n -> assertThat(cut.onStream(n)).hasSize(1));
        cut.added().forEach((n, id) -> assertThat(cut.onStream(n)).containsExactly(id));
        assertThat(cut.notAdded()).allSatisfy(n -> assertThat(cut.onStream(n)).isEmpty());
        assertThat(cut.unknown()).allSatisfy(n -> assertThat(cut.onStream(n)).hasSizeLessThanOrEqualTo(1));
        assertThat(cut.unknown()).as("unknown outcomes, or nothing was cut").isNotEmpty();
    }

    @Test
    @Case(38)
    default void withRetriesACutLosesNothingAndDoublesOnlyWhatWasUnderWay() throws Exception {
        Cut cut = publishThroughCuts("gort-streams:orders");

        assertThat(cut.added()).hasSize(PUBLISHED);
        cut.added().forEach((n, id) -> assertThat(cut.onStream(n)).contains(id));
    }

    @Test
    @Case(38)
    default void idempotentACutLosesNothingAndDoublesNothing() throws Exception {
        Cut cut = publishThroughCuts("gort-streams:orders?idempotent=true");

        assertThat(cut.added()).hasSize(PUBLISHED);
        cut.added().forEach((n, id) -> assertThat(cut.onStream(n)).containsExactly(id));
    }

    /** Publishes while the connections are cut again and again, and compares what was told with what is there. */
    private Cut publishThroughCuts(String uri) throws Exception {
        TcpProxy proxy = closedAfterwards(TcpProxy.to(redis()));
        CamelContext publisher = member(RedisUnderTest.at("127.0.0.1", proxy.port()), routes -> {});

        List<CompletableFuture<Exchange>> sent =
                send(publisher, uri, PUBLISHED, publishing -> cutUnderWay(proxy, publishing));

        Map<Integer, String> added = new HashMap<>();
        Set<Integer> unknown = new HashSet<>();
        Set<Integer> notAdded = new HashSet<>();
        for (int n = 0; n < sent.size(); n++) {
            Exchange exchange = sent.get(n).get(30, TimeUnit.SECONDS);
            if (exchange.getException() == null) {
                added.put(n, idOf(exchange));
            } else if (exchange.getException() instanceof EntryOutcomeUnknownException) {
                unknown.add(n);
            } else {
                notAdded.add(n);
            }
        }
        Map<Integer, List<String>> onStream = redis().client().xrange("orders", "-", "+").stream()
                .collect(Collectors.groupingBy(
                        entry -> Integer.valueOf(entry.getFields().get("n")),
                        Collectors.mapping(entry -> entry.getID().toString(), Collectors.toList())));
        assertThat(onStream.keySet()).allMatch(n -> n >= 0 && n < PUBLISHED);
        return new Cut(added, unknown, notAdded, onStream);
    }

    /** Lets an entry be published, and cuts while the server has something that it has not answered yet. */
    private void cutUnderWay(TcpProxy proxy, Runnable publishing) {
        redis().client().sendCommand(Command.CLIENT, "PAUSE", "60000", "WRITE");
        try {
            publishing.run();
            redis().eventually()
                    .passes(() -> assertThat(redis().client().info("clients")).doesNotContain("blocked_clients:0\r"));
            proxy.cut();
        } finally {
            redis().client().sendCommand(Command.CLIENT, "UNPAUSE");
        }
    }

    /** What publishers were told of each entry, and what is on the stream. */
    record Cut(
            Map<Integer, String> added,
            Set<Integer> unknown,
            Set<Integer> notAdded,
            Map<Integer, List<String>> stream) {

        List<String> onStream(int n) {
            return stream.getOrDefault(n, List.of());
        }
    }

    /**
     * Sends entries with the field {@code n} asynchronously from four threads.
     *
     * @param interruption is given one entry in 500 to send
     */
    private List<CompletableFuture<Exchange>> send(
            CamelContext publisher, String uri, int count, Consumer<Runnable> interruption) throws Exception {
        AsyncProducer producer = closedAfterwards(publisher.getEndpoint(uri).createAsyncProducer());
        producer.start();
        ExecutorService threads = closedAfterwards(new SharingCases.Threads(4)).executor();
        List<Future<CompletableFuture<Exchange>>> sending = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Exchange exchange = new DefaultExchange(publisher);
            exchange.getMessage().setBody(Map.of("n", Integer.toString(i)));
            Runnable publishing = () -> sending.add(threads.submit(() -> producer.processAsync(exchange)));
            if (i % 500 == 250) {
                interruption.accept(publishing);
            } else {
                publishing.run();
            }
        }
        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        for (Future<CompletableFuture<Exchange>> one : sending) {
            sent.add(one.get(60, TimeUnit.SECONDS));
        }
        return sent;
    }

    private static String idOf(Exchange exchange) {
        return exchange.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, String.class);
    }
}
