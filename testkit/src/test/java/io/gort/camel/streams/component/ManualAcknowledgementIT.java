package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.Acknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** With {@code ackMode=MANUAL} the route tells the fate of its entries, when and from where it likes. */
@WithRedis
class ManualAcknowledgementIT {

    private final BlockingQueue<Acknowledgment> handles = new LinkedBlockingQueue<>();

    @Test
    void acknowledgesWhenTheHandleIsToldTo(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (CamelContext context = running(redis, keys, "")) {
            add(redis, keys, 3);
            Acknowledgment first = next();
            Acknowledgment second = next();
            Acknowledgment third = next();
            assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(3);

            first.acknowledge();
            first.acknowledge();
            first.leavePending();
            eventually.pendingIs(keys.key("s"), "g", 2);
            CompletableFuture.runAsync(second::acknowledge).get(10, TimeUnit.SECONDS);
            eventually.pendingIs(keys.key("s"), "g", 1);
            third.leavePending();
            third.acknowledge();
            assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(1);
        }
    }

    @Test
    void deliversAgainWhatIsLeftPending(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (CamelContext context = running(redis, keys, "&minIdle=200ms&claimInterval=100ms")) {
            add(redis, keys, 1);

            next().leavePending();
            next().acknowledge();

            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(handles).isEmpty();
        }
    }

    @Test
    void doesNotDeliverAgainWhatIsStillInHand(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (CamelContext context = running(redis, keys, "&minIdle=150ms&claimInterval=50ms")) {
            add(redis, keys, 1);
            Acknowledgment handle = next();

            assertThat(handles.poll(1, TimeUnit.SECONDS)).isNull();

            handle.acknowledge();
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void readsNoMoreThanMayBeInHand(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (CamelContext context = running(redis, keys, "&maxInFlight=2")) {
            add(redis, keys, 3);
            List<Acknowledgment> held = new ArrayList<>(List.of(next(), next()));

            assertThat(handles.poll(500, TimeUnit.MILLISECONDS)).isNull();
            held.remove(0).acknowledge();
            held.add(next());

            held.forEach(Acknowledgment::acknowledge);
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void leavesPendingWhatWasNeverTold(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (CamelContext context = running(redis, keys, "")) {
            context.getShutdownStrategy().setTimeout(1);
            add(redis, keys, 2);
            next();
            next();
        }

        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(2);
        try (CamelContext context = running(redis, keys, "")) {
            next().acknowledge();
            next().acknowledge();
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void doesNothingForAHandleThatIsUsedAfterTheEnd(RedisUnderTest redis, TestKeys keys) throws Exception {
        Acknowledgment late;
        try (CamelContext context = running(redis, keys, "")) {
            context.getShutdownStrategy().setTimeout(1);
            add(redis, keys, 1);
            late = next();
        }

        late.acknowledge();

        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(1);
    }

    @Test
    void leavesPendingWhatFailsAllTheSame(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s")
                                + "?group=g&groupStart=0&ackMode=MANUAL&maxDeliveries=1")
                        .to("mock:seen")
                        .throwException(new IllegalStateException("no luck")))) {
            context.getEndpoint("mock:seen", MockEndpoint.class).expectedMessageCount(1);

            add(redis, keys, 1);

            MockEndpoint.assertIsSatisfied(context);
            eventually.lengthIs("dead-letter:{" + keys.key("s") + "}", 1);
        }
    }

    private CamelContext running(RedisUnderTest redis, TestKeys keys, String options) throws Exception {
        return TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s")
                                + "?group=g&groupStart=0&ackMode=MANUAL&consumerName=me" + options)
                        .process(exchange -> handles.add(exchange.getMessage()
                                .getHeader(GortStreamsConstants.ACKNOWLEDGMENT, Acknowledgment.class))));
    }

    private Acknowledgment next() throws InterruptedException {
        Acknowledgment handle = handles.poll(10, TimeUnit.SECONDS);
        assertThat(handle).isNotNull();
        return handle;
    }

    private static void add(RedisUnderTest redis, TestKeys keys, int count) {
        for (int i = 0; i < count; i++) {
            redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", Integer.toString(i)));
        }
    }
}
