package io.gort.camel.streams.testkit.conformance;

import static io.gort.camel.streams.testkit.conformance.DeliveryCases.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.params.XTrimParams;

/** Cases 30, 31, 34 and 35: trimmed entries, and consumers that stop, pause and start again. */
interface LifeCases extends ConformanceFixture {

    @Test
    @Case(30)
    default void entriesTrimmedOrDeletedWhilePendingAreCountedAndNeverReachTheRoute() throws Exception {
        EntryRecorder storage = group(GROUP);
        redis().client().xgroupCreate("orders", GROUP, new StreamEntryID(0), true);
        List<String> names = publish("orders", 100);
        redis().client()
                .xreadGroup(
                        GROUP,
                        "gone",
                        XReadGroupParams.xReadGroupParams().count(60),
                        Map.of("orders", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        redis().client().xdel("orders", idOf(names.get(35)), idOf(names.get(45)));
        redis().client().xtrim("orders", XTrimParams.xTrimParams().maxLen(78)); // the first 20 go
        Set<String> empty = ConcurrentHashMap.newKeySet();
        LogWatch log = closedAfterwards(new LogWatch());
        member(routes -> routes.from(from("orders"))
                .process(exchange -> {
                    if (exchange.getMessage().getBody(Map.class) == null
                            || field(exchange, "n").equals("null")) {
                        empty.add(DeliveryCases.streamOf(exchange));
                    }
                })
                .process(storage.handled()));

        books().allHandledOnce(storage);
        assertThat(books().balanced(storage).countedTrimmed()).isEqualTo(22);
        assertThat(storage.handledCount()).isEqualTo(78);
        assertThat(empty).isEmpty();
        assertThat(log.warnings()).anyMatch(line -> line.contains("trimmed or deleted"));
    }

    @Test
    @Case(30)
    default void failedEntriesThatAreDeletedBeforeTheirNextRunAreCounted() throws Exception {
        EntryRecorder storage = group(GROUP);
        AtomicBoolean well = new AtomicBoolean();
        member(routes -> routes.from(from("orders"))
                .filter(exchange -> !well.get())
                .throwException(new IllegalStateException("not yet"))
                .end()
                .process(storage.handled()));
        List<String> names = publish("orders", 20);
        eventually().pendingIs("orders", GROUP, 20);

        redis().client().xdel("orders", idOf(names.get(3)), idOf(names.get(7)));
        well.set(true);

        books().allHandledOnce(storage);
        assertThat(books().balanced(storage).countedTrimmed()).isEqualTo(2);
    }

    @Test
    @Case(31)
    default void stoppedDuringLoadItEndsInTimeLosesNothingAndLeavesNoThreadAndNoConnection() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        ExecutorService publisher =
                closedAfterwards(new SharingCases.Threads(1)).executor();
        publisher.execute(() -> {
            for (int i = 0; i < 40; i++) {
                publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));
            }
        });
        for (int round = 0; round < 3; round++) {
            int before = storage.handledCount();
            CamelContext context = member(
                    server.redis(),
                    routes -> routes.from("gort-streams:orders?group=storage&groupStart=0&minIdle=300ms"
                                    + "&claimInterval=100ms&blockTimeout=30s")
                            .delay(1)
                            .process(storage.handled()));
            server.redis()
                    .eventually()
                    .passes(() -> assertThat(storage.handledCount()).isGreaterThan(before + 50));

            long began = System.nanoTime();
            context.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            leavesNothing(server.redis());
        }
        publisher.shutdown();
        member(server.redis(), routes -> routes.from(from("orders")).process(storage.handled()));
        books().allHandledOnce(storage);
        assertThat(storage.publishedCount()).isEqualTo(4_000);
    }

    @Test
    @Case(34)
    default void suspendedItReadsNothingAndResumedItMissesNothing() throws Exception {
        EntryRecorder storage = group(GROUP);
        CamelContext context =
                member(routes -> routes.from(from("orders")).routeId("storing").process(storage.handled()));
        for (int round = 0; round < 5; round++) {
            publish("orders", 100);
            context.getRouteController().suspendRoute("storing");
            int handled = storage.handledCount();
            publish("orders", 100);
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> storage.handledCount() == handled);
            books().balanced(storage);
            context.getRouteController().resumeRoute("storing");
        }

        books().allHandledOnce(storage);
    }

    @Test
    @Case(35)
    default void aContextRestartedTenTimesLeavesNothingBehind() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        String here = "&host=127.0.0.1&port=" + server.port(); // a restarted context forgets its components
        CamelContext context = member(
                server.redis(), routes -> routes.from(from("orders") + here).process(storage.handled()));
        publish(server.redis(), "orders", 50, n -> Map.of("n", Integer.toString(n)));
        books().allHandledOnce(storage);
        int threads = threads().size();
        long connections = connections(server.redis());

        for (int round = 0; round < 10; round++) {
            context.stop();
            leavesNothing(server.redis());
            context.start();
            publish(server.redis(), "orders", 50, n -> Map.of("n", Integer.toString(n)));
            books().allHandledOnce(storage);
            assertThat(threads()).hasSizeLessThanOrEqualTo(threads);
            assertThat(connections(server.redis())).isLessThanOrEqualTo(connections + 1);
        }
    }

    private void leavesNothing(RedisUnderTest redis) {
        eventually().passes(() -> {
            assertThat(threads()).isEmpty();
            assertThat(connections(redis)).isZero();
        });
    }

    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("gort-streams"))
                .toList();
    }

    /** Connections that are not the test kit's own. */
    static long connections(RedisUnderTest redis) {
        byte[] list = (byte[]) redis.client().sendCommand(Command.CLIENT, "LIST");
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains(" name=testkit "))
                .count();
    }

    private static StreamEntryID idOf(String name) {
        return new StreamEntryID(name.substring(name.indexOf('/') + 1));
    }
}
