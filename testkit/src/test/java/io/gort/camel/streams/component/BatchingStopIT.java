package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** What becomes of a batch that is gathered or in work when its consumer is suspended or stopped. */
class BatchingStopIT extends BatchRoutes {

    @Test
    void handsOnWithoutAGroupAllOverSuspensionsAndTheStop(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?batchSize=7&batchTimeout=1h";
        try (CamelContext context = running(redis, uri)) {
            addOverSuspensions(redis, keys, context);
            eventually.passes(() -> assertThat(readersAtTheEnd(redis)).isNotEmpty());
        }

        assertThat(numbers()).containsExactlyElementsOf(upTo(100));
    }

    @Test
    void losesNothingOverSuspensionsWithBatchesHalfFull(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&batchSize=7&batchTimeout=1h";
        try (CamelContext context = running(redis, uri)) {
            addOverSuspensions(redis, keys, context);
            eventually.passes(() -> assertThat(numbers()).containsExactlyElementsOf(upTo(98)));
            eventually.pendingIs(keys.key("s"), "g", 2);
        }

        assertThat(numbers()).hasSize(98);
        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(2);
    }

    @Test
    void leavesWhatIsGatheredAtTheStopPendingForTheNextStart(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&consumerName=me&batchSize=10";
        try (CamelContext context = running(redis, uri + "&batchTimeout=1h")) {
            add(redis, keys.key("s"), 0, 13);
            eventually.pendingIs(keys.key("s"), "g", 3);
            eventually.passes(() -> assertThat(numbers()).hasSize(10));
            assertThat(context.isStarted()).isTrue();
        }
        assertThat(batches).hasSize(1);

        try (CamelContext context = running(redis, uri + "&batchTimeout=50ms")) {
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(batches).hasSize(2);
            assertThat(numbers()).hasSize(13).doesNotHaveDuplicates();
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void stopsOnlyWhenTheBatchInWorkHasEnded(RedisUnderTest redis, TestKeys keys) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        String uri = "gort-streams:" + keys.key("s") + "?group=g&groupStart=0&batching=true&batchSize=2";
        add(redis, keys.key("s"), 0, 3);
        CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from(uri)
                        .process(exchange -> begun.countDown())
                        .delay(300)
                        .process(exchange -> batches.add(exchange.getMessage().copy())));
        try (context) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(numbers()).containsExactly("0", "1");
        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isZero();
    }

    /** The connections that wait for what comes next in a read without a group: what there was has been gathered. */
    private static List<String> readersAtTheEnd(RedisUnderTest redis) {
        byte[] clients = (byte[]) redis.client().sendCommand(Command.CLIENT, "LIST");
        return new String(clients, StandardCharsets.UTF_8)
                .lines()
                .filter(client -> client.contains(" flags=b ") && client.contains(" cmd=xread "))
                .toList();
    }

    private static void addOverSuspensions(RedisUnderTest redis, TestKeys keys, CamelContext context) throws Exception {
        for (int round = 0; round < 10; round++) {
            add(redis, keys.key("s"), round * 10, 10);
            context.getRouteController().suspendRoute("consuming");
            context.getRouteController().resumeRoute("consuming");
        }
    }

    private static List<String> upTo(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
