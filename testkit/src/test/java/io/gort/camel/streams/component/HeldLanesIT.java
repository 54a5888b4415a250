package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.Acknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code onLaneFailure=hold} promises: the order of a lane is kept though its entries fail, and nothing gets
 * stuck.
 */
class HeldLanesIT extends HeldLaneRoutes {

    @Test
    void keepsTheOrderOfEachKeyThoughEntriesFailTwice(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&lanes=4&laneBy=field:key&onLaneFailure=hold" + SOON;
        try (CamelContext context = running(redis, uri, number -> number % 50 == 7, 3)) {
            add(redis, keys.key("s"), 0, 200, 8);

            eventually
                    .within(Duration.ofSeconds(30))
                    .passes(() -> assertThat(handledInAll()).isEqualTo(200));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(handled).hasSize(8);
            assertThat(handled.values())
                    .allSatisfy(numbers -> assertThat(List.copyOf(numbers))
                            .hasSize(25)
                            .isSorted()
                            .doesNotHaveDuplicates());
            assertThat(context.isStarted()).isTrue();
        }
        assertThat(deliveryCounts)
                .as("what waited was kept alive, and not claimed")
                .containsOnly(1L, 3L)
                .filteredOn(count -> count == 3)
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void keepsTheOrderOfTheOneLaneHoweverFewMayBeInFlight(
            int maxInFlight, RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold&maxInFlight=" + maxInFlight + SOON;
        try (CamelContext context = running(redis, uri, number -> number % 5 == 2, 2)) {
            add(redis, keys.key("s"), 0, 12, 1);

            eventually
                    .within(Duration.ofSeconds(30))
                    .passes(() -> assertThat(handledInAll()).isEqualTo(12));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(12));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void letsOtherLanesGoOn(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("a") + "," + keys.key("b")
                + "?group=g&lanes=16&onLaneFailure=hold&maxInFlight=20&minIdle=1h&claimInterval=50ms";
        String failing = keys.key("a");
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + uri + "&groupStart=0")
                        .process(exchange -> {
                            if (failing.equals(exchange.getMessage().getHeader(GortStreamsConstants.STREAM_KEY))) {
                                throw new IllegalStateException("no luck");
                            }
                        })
                        .process(this::note))) {
            add(redis, keys.key("a"), 0, 10, 1);
            eventually.pendingIs(keys.key("a"), "g", 10);
            add(redis, keys.key("b"), 0, 100, 1);

            eventually.passes(() -> assertThat(handled.getOrDefault("k0", new ConcurrentLinkedQueue<>()))
                    .containsExactlyElementsOf(upTo(100)));
            assertThat(redis.client().xpending(keys.key("a"), "g").getTotal()).isEqualTo(10);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void goesOnOnceAnEntryIsDeadLettered(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold&maxDeliveries=2" + SOON;
        try (CamelContext context = running(redis, uri, number -> number == 0, 99)) {
            add(redis, keys.key("s"), 0, 5, 1);

            eventually.passes(() -> assertThat(handled.get("k0")).containsExactly(1, 2, 3, 4));
            eventually.lengthIs("dead-letter:{" + keys.key("s") + "}", 1);
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void holdsWhatIsLeftPendingByHandToo(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&ackMode=MANUAL&onLaneFailure=hold&groupStart=0" + SOON;
        BlockingQueue<Exchange> inHand = new LinkedBlockingQueue<>();
        try (CamelContext context = TestContexts.running(
                redis, routes -> routes.from("gort-streams:" + uri).process(inHand::add))) {
            add(redis, keys.key("s"), 0, 2, 1);

            Exchange first = inHand.poll(10, TimeUnit.SECONDS);
            assertThat(number(first)).isZero();
            assertThat(inHand.poll(300, TimeUnit.MILLISECONDS))
                    .as("while the first is in hand")
                    .isNull();
            handleOf(first).leavePending();
            Exchange again = inHand.poll(10, TimeUnit.SECONDS);
            assertThat(number(again)).isZero();
            handleOf(again).acknowledge();
            Exchange second = inHand.poll(10, TimeUnit.SECONDS);
            assertThat(number(second)).isEqualTo(1);
            handleOf(second).acknowledge();

            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void keepsTheOrderBehindAnotherThread(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold" + SOON;
        try (CamelContext context = TestContexts.running(redis, routes -> {
            routes.from("gort-streams:" + uri + "&groupStart=0").to("seda:work?waitForTaskToComplete=Never");
            routes.from("seda:work?concurrentConsumers=4")
                    .process(exchange -> failAtFirst(exchange, number -> number % 4 == 1, 2))
                    .process(this::note);
        })) {
            add(redis, keys.key("s"), 0, 10, 1);

            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(10));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(10));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    private static Acknowledgment handleOf(Exchange exchange) {
        return exchange.getMessage().getHeader(GortStreamsConstants.ACKNOWLEDGMENT, Acknowledgment.class);
    }
}
