package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TcpProxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;

/** Cases 26 to 29: the server or the way to it goes away, forgets, or is full. */
interface OutageCases extends ConformanceFixture {

    /** Block time and grace of a read, and a little for a slow machine. */
    Duration BLOCK_AND_GRACE = Duration.ofMillis(200 + 2_000 + 3_000);

    Duration SECONDS = Duration.ofSeconds(10);

    @Test
    @Case(26)
    default void redisRestartedTwiceIn10000EntriesWithPersistenceAllArrive() throws Exception {
        RedisServerProcess server = closedAfterwards(
                ownServer().persistent().set("appendfsync", "everysec").start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        member(
                server.redis(),
                routes -> routes.from(from("orders") + "&batchSize=100").process(storage.handled()));

        SharingCases.Threads threads = closedAfterwards(new SharingCases.Threads(1));
        Future<Set<String>> publishing =
                threads.executor().submit(() -> publishOneByOne(server.redis(), 10_000, storage));
        for (int handled : new int[] {3_000, 6_000}) {
            server.redis()
                    .eventually()
                    .passes(() -> assertThat(storage.handledCount()).isGreaterThan(handled));
            assertThat(publishing).as("publishing").isNotDone();
            server.restart();
        }
        Set<String> unconfirmed = publishing.get(60, TimeUnit.SECONDS);
        noteThoseThatArrived(server.redis(), unconfirmed);

        books().allHandledOnce(storage);
        assertThat(unconfirmed).as("unknown whether they arrived").hasSizeBetween(1, 20);
        assertThat(storage.handledCount()).isBetween(10_000 - unconfirmed.size(), 10_000);
    }

    /**
     * Publishes without trying any entry twice; gives the numbers of those of which nobody knows whether they arrived.
     */
    private Set<String> publishOneByOne(RedisUnderTest redis, int count, EntryRecorder storage) {
        Set<String> unconfirmed = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (i % 500 == 0) { // so that it still goes on when the server is restarted, however slow the handling
                int toBeHandled = i - 2_000;
                Eventually.holds("handling that keeps up", () -> storage.handledCount() >= toBeHandled);
            }
            String n = Integer.toString(i);
            try {
                books().published("orders", redis.client().xadd("orders", StreamEntryID.NEW_ENTRY, Map.of("n", n)));
            } catch (JedisException e) {
                unconfirmed.add(n);
                redis.eventually()
                        .passes(() ->
                                assertThatCode(() -> redis.client().ping()).doesNotThrowAnyException());
            }
        }
        return unconfirmed;
    }

    /** Enters those into the books that have arrived all the same. */
    private void noteThoseThatArrived(RedisUnderTest redis, Set<String> unconfirmed) {
        redis.client().xrange("orders", "-", "+").stream()
                .filter(entry -> unconfirmed.contains(entry.getFields().get("n")))
                .forEach(entry -> books().published("orders", entry.getID()));
    }

    @Test
    @Case(27)
    default void recoversFromARestartWithoutPersistence() throws Exception {
        recoversFrom(RedisServerProcess::restart);
    }

    @Test
    @Case(27)
    default void recoversFromFlushAll() throws Exception {
        recoversFrom(server -> server.redis().client().flushAll());
    }

    @Test
    @Case(27)
    default void recoversFromADeletedStream() throws Exception {
        recoversFrom(server -> server.redis().client().del("orders"));
    }

    @Test
    @Case(27)
    default void recoversFromADestroyedGroup() throws Exception {
        recoversFrom(server -> server.redis().client().xgroupDestroy("orders", GROUP));
    }

    @Test
    @Case(28)
    default void killedConnectionsLoseNothingAndRunNothingTwice() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        member(server.redis(), routes -> routes.from(from("orders")).process(storage.handled()));

        for (int round = 0; round < 20; round++) {
            publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));
            server.redis().client().sendCommand(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
        }

        books().allHandledOnce(storage);
    }

    @Test
    @Case(28)
    default void aPausedServerLosesNothingAndRunsNothingTwice() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        member(server.redis(), routes -> routes.from(from("orders")).process(storage.handled()));
        publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));

        server.redis().client().sendCommand(Command.CLIENT, "PAUSE", "3000", "ALL");
        publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));

        books().allHandledOnce(storage);
    }

    @Test
    @Case(28)
    default void halfOpenConnectionsAreNoticedWithinBlockTimeAndGrace() throws Exception {
        EntryRecorder storage = group(GROUP);
        TcpProxy proxy = closedAfterwards(TcpProxy.to(redis()));
        member(
                RedisUnderTest.at("127.0.0.1", proxy.port()),
                routes -> routes.from(from("orders")).process(storage.handled()));
        publish("orders", 100);
        books().allHandledOnce(storage);

        for (int outage = 1; outage <= 2; outage++) {
            proxy.leaveHalfOpen();
            publish("orders", 100);
            eventually()
                    .within(BLOCK_AND_GRACE)
                    .passes(() -> assertThat(storage.handledCount()).isEqualTo(storage.publishedCount()));
        }

        books().allHandledOnce(storage);
    }

    @Test
    @Case(28)
    default void aNetworkThatIsSilentForSecondsLosesNothing() throws Exception {
        EntryRecorder storage = group(GROUP);
        TcpProxy proxy = closedAfterwards(TcpProxy.to(redis()));
        LogWatch log = closedAfterwards(new LogWatch());
        member(
                RedisUnderTest.at("127.0.0.1", proxy.port()),
                routes -> routes.from(from("orders")).process(storage.handled()));
        publish("orders", 100);
        books().allHandledOnce(storage);

        proxy.hold();
        publish("orders", 100);
        eventually().passes(() -> assertThat(log.warnings()).isNotEmpty());
        proxy.goOn();

        books().allHandledOnce(storage);
        eventually().passes(() -> assertThat(log.lines()).anyMatch(line -> line.contains("recovered after")));
        assertThat(log.warnings()).as("warnings of one outage").hasSize(1);
    }

    @Test
    @Case(29)
    default void aServerOutOfMemoryRefusesClearlyAndNothingIsAcknowledgedFalsely() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        Set<String> refusals = ConcurrentHashMap.newKeySet();
        CountDownLatch goOn = new CountDownLatch(1);
        member(server.redis(), routes -> {
            routes.onException(Exception.class)
                    .process(exchange -> refusals.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)
                            .getMessage()));
            routes.from(from("orders"))
                    .process(exchange -> goOn.await(30, TimeUnit.SECONDS))
                    .setProperty("id", routes.header(GortStreamsConstants.ENTRY_ID))
                    .to("gort-streams:copies?maxRetries=2&retryDelay=10ms")
                    .process(exchange -> storage.handled("orders", exchange.getProperty("id")));
        });
        publish(server.redis(), "orders", 50, n -> Map.of("n", Integer.toString(n)));

        server.redis().client().configSet("maxmemory", "1");
        goOn.countDown();
        server.redis()
                .eventually()
                .passes(() -> assertThat(refusals).isNotEmpty().allMatch(refusal -> refusal.contains("OOM")));
        assertThat(books().balanced(storage).handled()).isEmpty();
        server.redis().client().configSet("maxmemory", "0");

        books().allHandledOnce(storage);
        assertThat(server.redis().client().xlen("copies")).isEqualTo(50);
    }

    private void recoversFrom(Consumer<RedisServerProcess> harm) throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        LogWatch log = closedAfterwards(new LogWatch());
        member(server.redis(), routes -> routes.from(from("orders")).process(storage.handled()));
        publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));
        books().allHandledOnce(storage);

        harm.accept(server);
        publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));

        server.redis()
                .eventually()
                .within(SECONDS)
                .passes(() -> assertThat(storage.handledCount()).isEqualTo(200));
        books().allHandledOnce(storage);
        assertThat(log.warnings()).as("warnings").hasSizeLessThanOrEqualTo(3);
        long before = commands(server.redis());
        Awaitility.await().during(Duration.ofSeconds(1)).until(() -> storage.handledCount() == 200);
        assertThat(commands(server.redis()) - before)
                .as("commands in a second that is quiet again")
                .isLessThan(200);
    }

    /** How many commands the server has run until now. */
    static long commands(RedisUnderTest redis) {
        return redis.client()
                .info("stats")
                .lines()
                .filter(line -> line.startsWith("total_commands_processed:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .sum();
    }
}
