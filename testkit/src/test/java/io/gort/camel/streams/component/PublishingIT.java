package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.EntriesNotAddedException;
import io.gort.camel.streams.EntryOutcomeUnknownException;
import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoConnectionException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.WrongTypeException;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** What docs/producer.md tells about pipelines, retries and outcomes, on a server of each test's own. */
class PublishingIT {

    private static final String SOON = "?retryDelay=10ms&maxRetryDelay=100ms";

    private RedisServerProcess server;
    private CamelContext context;

    @BeforeEach
    void start() {
        server = RedisServerProcess.start();
        context = TestContexts.to(server.redis());
        context.getComponent("gort-streams", GortStreamsComponent.class)
                .getConfiguration()
                .setCommandTimeout(Duration.ofMillis(500));
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        server.close();
    }

    @Test
    void whatArrivesDuringARoundTripGoesOutTogether() throws Exception {
        send("gort-streams:s", Map.of("n", "0")).get(10, TimeUnit.SECONDS);
        server.redis().client().sendCommand(Command.CLIENT, "PAUSE", "60000", "WRITE");
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(
                () -> send("gort-streams:s", Map.of("n", "1")).join());
        server.redis()
                .eventually()
                .passes(() -> assertThat(info("clients", "blocked_clients")).isEqualTo(1));
        long before = info("stats", "total_reads_processed");

        List<CompletableFuture<Exchange>> meanwhile = new ArrayList<>();
        for (int n = 2; n < 200; n++) {
            meanwhile.add(send("gort-streams:s", Map.of("n", Integer.toString(n))));
        }
        server.redis().client().sendCommand(Command.CLIENT, "UNPAUSE");
        meanwhile.add(first);
        for (CompletableFuture<Exchange> one : meanwhile) {
            assertThat(one.get(10, TimeUnit.SECONDS).getException()).isNull();
        }

        assertThat(info("stats", "total_reads_processed") - before).isLessThan(50);
        assertThat(server.redis().client().xrange("s", "-", "+"))
                .extracting(entry -> entry.getFields().get("n"))
                .isEqualTo(IntStream.range(0, 200).mapToObj(Integer::toString).toList());
    }

    @Test
    void waitsUntilAServerIsBackAndLosesNothing() throws Exception {
        send("gort-streams:s" + SOON, Map.of("n", "0")).get(10, TimeUnit.SECONDS);
        server.stop();

        CompletableFuture<Exchange> sent = send("gort-streams:s" + SOON + "&maxRetries=100", Map.of("n", "1"));
        CompletableFuture<Exchange> next = send("gort-streams:s" + SOON + "&maxRetries=100", Map.of("n", "2"));
        assertThat(sent).isNotDone();
        server.startAgain();

        assertThat(sent.get(10, TimeUnit.SECONDS).getException()).isNull();
        assertThat(next.get(10, TimeUnit.SECONDS).getException()).isNull();
        assertThat(server.redis().client().xrange("s", "-", "+"))
                .extracting(entry -> entry.getFields().get("n"))
                .containsExactly("1", "2");
    }

    @Test
    void waitsUntilAServerMayWriteAgain() throws Exception {
        server.redis().client().sendCommand(Command.REPLICAOF, "127.0.0.1", "1");

        CompletableFuture<Exchange> sent = send("gort-streams:s" + SOON + "&maxRetries=100", Map.of("n", "1"));
        assertThat(sent).isNotDone();
        server.redis().client().sendCommand(Command.REPLICAOF, "NO", "ONE");

        assertThat(sent.get(10, TimeUnit.SECONDS).getException()).isNull();
        assertThat(server.redis().client().xlen("s")).isEqualTo(1);
    }

    @Test
    void failsAtOnceWhatCannotPass() throws Exception {
        server.redis().client().set("s", "a text");

        Exchange failed = send("gort-streams:s", Map.of("n", "1")).get(1, TimeUnit.SECONDS);

        assertThat(failed.getException()).isInstanceOf(WrongTypeException.class);
    }

    @Test
    void whatWasNeverSentFailsAsNotAdded() throws Exception {
        server.stop();

        Exchange failed = send("gort-streams:s" + SOON + "&maxRetries=2", Map.of("n", "1"))
                .get(10, TimeUnit.SECONDS);

        assertThat(failed.getException()).isInstanceOf(NoConnectionException.class);
    }

    @Test
    void whatWasSentAndNotAnsweredFailsAsUnknown() throws Exception {
        send("gort-streams:s", Map.of("n", "0")).get(10, TimeUnit.SECONDS);
        server.freeze();

        Exchange one = send("gort-streams:s?maxRetries=0", Map.of("n", "1")).get(10, TimeUnit.SECONDS);
        Exchange list =
                send("gort-streams:s?maxRetries=0", List.of(Map.of("n", "2"))).get(10, TimeUnit.SECONDS);

        assertThat(one.getException())
                .isInstanceOf(EntryOutcomeUnknownException.class)
                .hasMessageContaining("stream s")
                .hasCauseInstanceOf(ConnectionLostException.class);
        assertThat(list.getException())
                .isInstanceOfSatisfying(
                        EntriesNotAddedException.class,
                        some -> assertThat(some.outcomes()).singleElement().isInstanceOf(AddOutcome.Failed.class));
    }

    @Test
    void addsNothingTwiceThatHasTheSameIdempotencyKey() throws Exception {
        String uri = "gort-streams:s?idempotent=true";
        Map<String, Object> key = Map.of(GortStreamsConstants.IDEMPOTENCY_KEY, "k-1");

        Exchange first = send(uri, Map.of("n", "1"), key).get(10, TimeUnit.SECONDS);
        Exchange again = send(uri, Map.of("n", "1"), key).get(10, TimeUnit.SECONDS);
        Exchange other = send(uri, Map.of("n", "1")).get(10, TimeUnit.SECONDS);
        Exchange list =
                send(uri, List.of(Map.of("n", "2"), Map.of("n", "3")), key).get(10, TimeUnit.SECONDS);

        assertThat(idOf(again)).isEqualTo(idOf(first)).isNotEqualTo(idOf(other));
        assertThat(list.getException()).isNull();
        assertThat(server.redis().client().xlen("s")).isEqualTo(4);
        assertThat(server.redis().client().pttl("gort-streams:added:{s}:k-1")).isBetween(1L, 300_000L);
    }

    @Test
    void makesNoStreamIfToldNotTo() throws Exception {
        Exchange failed =
                send("gort-streams:s?createStream=false", Map.of("n", "1")).get(10, TimeUnit.SECONDS);

        assertThat(failed.getException())
                .isExactlyInstanceOf(RedisStreamException.class)
                .hasMessageContaining("s does not exist");
        assertThat(server.redis().client().exists("s")).isFalse();
    }

    @Test
    void refusesAnEntryThatIsTooLarge() throws Exception {
        Exchange failed = send("gort-streams:s?maxEntrySize=100", Map.of("n", "x".repeat(100)))
                .get(10, TimeUnit.SECONDS);

        assertThat(failed.getException())
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("maxEntrySize: 101 bytes");
        assertThat(server.redis().client().exists("s")).isFalse();
    }

    @Test
    void trimsAsTheHeadersOfAMessageSay() throws Exception {
        send("gort-streams:s", List.of(Map.of("n", "1"), Map.of("n", "2"), Map.of("n", "3")))
                .get(10, TimeUnit.SECONDS);

        send(
                        "gort-streams:s?maxAge=1h",
                        Map.of("n", "4"),
                        Map.of(GortStreamsConstants.MAX_LENGTH, 2, GortStreamsConstants.TRIM, "exact"))
                .get(10, TimeUnit.SECONDS);

        assertThat(server.redis().client().xlen("s")).isEqualTo(2);
    }

    @Test
    void givesUpWhatIsNotSentWithinTheShutdownTimeoutAndSaysSo() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        server.stop();
        List<CompletableFuture<Exchange>> sent = new ArrayList<>();
        AsyncProducer producer = producer("gort-streams:s?maxRetries=1000");
        for (int n = 0; n < 10; n++) {
            sent.add(producer.processAsync(exchange(Map.of("n", "1"), Map.of())));
        }

        context.close();

        for (CompletableFuture<Exchange> one : sent) {
            assertThat(one.get(10, TimeUnit.SECONDS).getException())
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("stopped before an entry for s was added");
        }
    }

    @Test
    void anUnorderedRouteFromStreamToStreamGoesOutInPipelines() throws Exception {
        int entries = 2_000;
        HashSet<String> expected = new HashSet<>();
        List<Map<String, String>> list = new ArrayList<>();
        for (int n = 0; n < entries; n++) {
            expected.add(Integer.toString(n));
            list.add(Map.of("n", Integer.toString(n)));
        }
        send("gort-streams:from", list).get(10, TimeUnit.SECONDS);
        long before = info("stats", "total_reads_processed");

        context.addRoutes(TestContexts.routes(
                routes -> routes.from("gort-streams:from?group=g&groupStart=0&lanes=0&batchSize=100")
                        .to("gort-streams:to")));
        server.redis().eventually().lengthIs("to", entries);

        assertThat(info("stats", "total_reads_processed") - before).isLessThan(entries);
        assertThat(server.redis().client().xrange("to", "-", "+"))
                .extracting(entry -> entry.getFields().get("n"))
                .containsExactlyInAnyOrderElementsOf(expected);
        server.redis().eventually().pendingIs("from", "g", 0);
    }

    private CompletableFuture<Exchange> send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    private CompletableFuture<Exchange> send(String uri, Object body, Map<String, Object> headers) {
        return producer(uri).processAsync(exchange(body, headers));
    }

    private AsyncProducer producer(String uri) {
        try {
            AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
            context.addService(producer);
            return producer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Exchange exchange(Object body, Map<String, Object> headers) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        headers.forEach(exchange.getMessage()::setHeader);
        return exchange;
    }

    private static String idOf(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, String.class);
    }

    private long info(String section, String name) {
        return server.redis()
                .client()
                .info(section)
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(
                        line -> Long.parseLong(line.substring(name.length() + 1).trim()))
                .findFirst()
                .orElseThrow();
    }
}
