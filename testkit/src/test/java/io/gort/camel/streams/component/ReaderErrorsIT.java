package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.RefusingProxy;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.testkit.conformance.LogWatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.StreamEntryID;

/** What the reader does about each error: it waits with health DOWN, warns once, floods nobody, and reads on. */
class ReaderErrorsIT {

    private static final String GROUP = "group=g&groupStart=0&blockTimeout=200ms";
    private static final String CLUSTER_DOWN = "CLUSTERDOWN Hash slot not served";

    private final Queue<String> handled = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                CLUSTER_DOWN,
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "MOVED 1234 127.0.0.1:1",
                "READONLY You can't write against a read only replica.",
                "MISCONF Redis is configured to save RDB snapshots",
                "NOREPLICAS Not enough good replicas to write.",
                "OOM command not allowed when used memory > 'maxmemory'.",
                "NOAUTH Authentication required.",
                "UNBLOCKED client unblocked via CLIENT UNBLOCK",
                "ERR max number of clients reached",
                "ERR nobody has ever heard of this"
            })
    @WithRedis
    void waitsUntilTheErrorIsOverAndReadsOn(String error, RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        waitsAndReadsOn("XREADGROUP", "?" + GROUP, error, redis, keys, eventually);
        eventually.pendingIs(keys.key("s"), "g", 0);
    }

    @Test
    @WithRedis
    void waitsAndReadsOnWithoutAGroupToo(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        waitsAndReadsOn("XREAD", "?blockTimeout=200ms", CLUSTER_DOWN, redis, keys, eventually);
    }

    private void waitsAndReadsOn(
            String command, String options, String error, RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (RefusingProxy proxy = RefusingProxy.to(redis);
                LogWatch log = new LogWatch();
                CamelContext context = consuming(proxy.redis(), keys.key("s") + options)) {
            add(redis, keys.key("s"), 0, 5);
            eventually.passes(() -> assertThat(handled).hasSize(5));

            proxy.refuse(command, error);
            add(redis, keys.key("s"), 5, 10);
            eventually.passes(() -> isDown(context, error.split(" ", 2)[0]));
            int before = proxy.refused();
            Awaitility.await().during(Duration.ofSeconds(1)).until(() -> proxy.refused() - before < 10);
            proxy.refuseNothing();

            eventually.passes(() -> assertThat(handled).containsExactlyElementsOf(numbers(0, 10)));
            eventually.passes(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP));
            assertThat(log.warnings()).singleElement().asString().contains(error.split(" ", 2)[0]);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("recovered after"))
                    .hasSize(1);
        }
    }

    @Test
    @WithRedis
    void sendsARefusedAcknowledgementAgainAndRunsNothingTwice(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (RefusingProxy proxy = RefusingProxy.to(redis);
                CamelContext context =
                        consuming(proxy.redis(), keys.key("s") + "?" + GROUP + "&minIdle=200ms&claimInterval=50ms")) {
            proxy.refuse("XACK", CLUSTER_DOWN);
            add(redis, keys.key("s"), 0, 10);
            eventually.passes(() -> assertThat(handled).hasSize(10));

            // longer than minIdle: what is done is not claimed, not even by the member itself
            Awaitility.await()
                    .during(Duration.ofMillis(700))
                    .until(() -> redis.client().xpending(keys.key("s"), "g").getTotal() == 10);
            proxy.refuseNothing();

            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(handled).containsExactlyElementsOf(numbers(0, 10));
        }
    }

    @Test
    void waitsForAClusterWhoseSlotsNobodyServes() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.settings()
                        .set("cluster-enabled", "yes")
                        .set("cluster-port", Integer.toString(RedisServerProcess.freePort()))
                        .start();
                CamelContext context = consuming(server.redis(), "s?startWhenDown=true&" + GROUP)) {
            server.redis().eventually().passes(() -> isDown(context, "CLUSTERDOWN"));

            server.redis().client().sendCommand(Command.CLUSTER, "ADDSLOTSRANGE", "0", "16383");
            server.redis().eventually().passes(() -> add(server.redis(), "s", 0, 1));

            server.redis().eventually().passes(() -> assertThat(handled).contains("0"));
            server.redis()
                    .eventually()
                    .passes(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP));
        }
    }

    @Test
    void waitsForAServerThatBecomesAReplica() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                LogWatch log = new LogWatch();
                CamelContext context = consuming(server.redis(), "s?" + GROUP)) {
            add(server.redis(), "s", 0, 5);
            server.redis().eventually().passes(() -> assertThat(handled).hasSize(5));
            server.redis().eventually().pendingIs("s", "g", 0);

            server.redis().client().sendCommand(Command.REPLICAOF, "127.0.0.1", "1");
            server.redis().eventually().passes(() -> isDown(context, "READONLY"));
            server.redis().client().sendCommand(Command.REPLICAOF, "NO", "ONE");
            add(server.redis(), "s", 5, 10);

            server.redis().eventually().passes(() -> assertThat(handled).containsExactlyElementsOf(numbers(0, 10)));
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void readsOnAfterItsReadWasUnblockedByForce() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext context = consuming(server.redis(), "s?group=g&groupStart=0&blockTimeout=30s")) {
            server.redis()
                    .eventually()
                    .passes(() -> assertThat(blockedReader(server.redis())).isNotEmpty());

            server.redis().client().sendCommand(Command.CLIENT, "UNBLOCK", blockedReader(server.redis()), "ERROR");
            server.redis().eventually().passes(() -> isDown(context, "UNBLOCKED"));
            add(server.redis(), "s", 0, 5);

            server.redis().eventually().passes(() -> assertThat(handled).containsExactlyElementsOf(numbers(0, 5)));
        }
    }

    @Test
    void waitsForAServerThatLoadsItsData() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.settings()
                        .set("key-load-delay", "3000")
                        .set("loading-process-events-interval-bytes", "1024")
                        .start();
                CamelContext context = consuming(server.redis(), "s?" + GROUP)) {
            add(server.redis(), "s", 0, 5);
            server.redis().eventually().passes(() -> assertThat(handled).hasSize(5));
            server.redis().eventually().pendingIs("s", "g", 0);
            for (int i = 0; i < 1_000; i++) {
                server.redis().client().set("key-" + i, "x".repeat(100));
            }
            server.redis().client().sendCommand(Command.SAVE);
            server.kill();

            FutureTask<?> starting = new FutureTask<>(server::startAgain, null);
            new Thread(starting, "start-again").start();
            Eventually.holds("LOADING", () -> {
                isDown(context, "LOADING");
                return true;
            });
            starting.get();
            add(server.redis(), "s", 5, 10);

            server.redis().eventually().passes(() -> assertThat(handled).containsExactlyElementsOf(numbers(0, 10)));
        }
    }

    private CamelContext consuming(RedisUnderTest redis, String uri) throws Exception {
        return TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + uri)
                        .process(exchange -> handled.add(exchange.getMessage()
                                .getBody(Map.class)
                                .get("n")
                                .toString())));
    }

    private static void add(RedisUnderTest redis, String stream, int from, int to) {
        numbers(from, to).forEach(n -> redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", n)));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static String blockedReader(RedisUnderTest redis) {
        return redis.client().info("clients").contains("blocked_clients:1")
                ? new String((byte[]) redis.client().sendCommand(Command.CLIENT, "LIST"), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("cmd=xreadgroup"))
                        .map(line -> line.replaceFirst("^id=(\\d+) .*", "$1"))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static void isDown(CamelContext context, String saying) {
        HealthCheck.Result result = health(context);
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElse("")).contains(saying);
    }

    private static HealthCheck.Result health(CamelContext context) {
        return ((HealthCheckAware) context.getRoutes().get(0).getConsumer())
                .getHealthCheck()
                .call();
    }
}
