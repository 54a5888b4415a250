package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** What the steps of a route mean for the acknowledgement of its entry. */
@WithRedis
class RouteStepsIT {

    private static final RuntimeException NO_LUCK = new IllegalStateException("no luck");
    private static final AggregationStrategy LATEST = (before, now) -> now;

    private RedisUnderTest redis;
    private TestKeys keys;
    private Eventually eventually;

    @SuppressWarnings("NullAway.Init") // JUnit calls the method below first
    RouteStepsIT() {}

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys theKeys, Eventually theEventually) {
        redis = theRedis;
        keys = theKeys;
        eventually = theEventually;
    }

    @Test
    void filterThatLetsNothingThroughAcknowledges() throws Exception {
        acknowledges(
                routes -> routes.from(entries()).filter(routes.constant(false)).throwException(NO_LUCK));
    }

    @Test
    void stopAcknowledges() throws Exception {
        acknowledges(routes -> routes.from(entries()).stop().throwException(NO_LUCK));
    }

    @Test
    void onExceptionThatDoesNotHandleLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.onException(IllegalStateException.class).to("mock:told");
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void onExceptionThatContinuesAcknowledges() throws Exception {
        acknowledges(routes -> {
            routes.onException(IllegalStateException.class).continued(true);
            routes.from(entries()).throwException(NO_LUCK).to("mock:after");
        });
    }

    @Test
    void onExceptionThatHandlesAndFailsItselfLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.onException(IllegalStateException.class)
                    .handled(true)
                    .throwException(new IllegalArgumentException("nor here"));
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void deadLetterChannelAcknowledges() throws Exception {
        acknowledges(routes -> {
            routes.errorHandler(routes.deadLetterChannel("mock:letters"));
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void doCatchThatThrowsAgainLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries())
                .doTry()
                .throwException(NO_LUCK)
                .doCatch(IllegalStateException.class)
                .throwException(new IllegalArgumentException("nor here"))
                .end());
    }

    @Test
    void doFinallyAloneLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries())
                .doTry()
                .throwException(NO_LUCK)
                .doFinally()
                .to("mock:finally")
                .end());
    }

    @Test
    void rollbackLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries()).rollback("not now"));
    }

    @Test
    void redeliveryOfTheErrorHandlerIsOneDelivery() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (CamelContext context = running(routes -> {
            routes.errorHandler(routes.defaultErrorHandler()
                    .maximumRedeliveries(3)
                    .redeliveryDelay(20)
                    .asyncDelayedRedelivery());
            routes.from(entries()).process(exchange -> {
                if (tries.incrementAndGet() < 3) {
                    throw NO_LUCK;
                }
            });
        })) {
            add();

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getAcknowledged()).isEqualTo(1));
            assertThat(tries).hasValue(3);
            assertThat(Consumers.first(context).getDelivered()).isEqualTo(1);
            assertThat(Consumers.first(context).getFailed()).isZero();
        }
    }

    @Test
    void redeliveryOfTheErrorHandlerThatIsExhaustedLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.errorHandler(
                    routes.defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(20));
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void splitWhoseFirstPartFailsLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries())
                .setBody(routes.constant(List.of("bad", "good")))
                .split(routes.body())
                .filter(routes.body().isEqualTo("bad"))
                .throwException(NO_LUCK)
                .end()
                .end());
    }

    @Test
    void splitWhoseStrategyDropsTheFailureAcknowledges() throws Exception {
        acknowledges(routes -> routes.from(entries())
                .setBody(routes.constant(List.of("bad", "good")))
                .split(routes.body(), (before, now) -> {
                    now.setException(null);
                    return now;
                })
                .filter(routes.body().isEqualTo("bad"))
                .throwException(NO_LUCK)
                .end()
                .end());
    }

    @Test
    void splitThatStopsOnExceptionLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries())
                .setBody(routes.constant(List.of("a", "b")))
                .split(routes.body())
                .stopOnException()
                .throwException(NO_LUCK)
                .end());
    }

    @Test
    void splitThatSharesTheUnitOfWorkLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries())
                .setBody(routes.constant(List.of("a", "b")))
                .split(routes.body())
                .shareUnitOfWork()
                .throwException(NO_LUCK)
                .end());
    }

    @Test
    void multicastWhoseFirstBranchFailsLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.from(entries())
                    .multicast()
                    .to("direct:bad")
                    .to("direct:good")
                    .end();
            routes.from("direct:bad").throwException(NO_LUCK);
            routes.from("direct:good").to("mock:good");
        });
    }

    @Test
    void multicastThatStopsOnExceptionLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.from(entries())
                    .multicast()
                    .stopOnException()
                    .to("direct:bad")
                    .to("direct:good")
                    .end();
            routes.from("direct:bad").throwException(NO_LUCK);
            routes.from("direct:good").to("mock:good");
        });
    }

    @Test
    void wireTapThatFailsAcknowledges() throws Exception {
        acknowledges(routes -> {
            routes.from(entries()).wireTap("direct:tapped");
            routes.from("direct:tapped").throwException(NO_LUCK);
        });
    }

    @Test
    void onCompletionThatFailsAcknowledges() throws Exception {
        acknowledges(routes -> routes.from(entries())
                .onCompletion()
                .throwException(NO_LUCK)
                .end()
                .to("mock:handled"));
    }

    @Test
    void resequenceAcknowledgesWhenItsBatchIsThrough() throws Exception {
        CountDownLatch through = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (CamelContext context = running(routes -> routes.from(entries())
                .resequence(routes.header("CamelGortStreamsEntryId"))
                .batch()
                .timeout(50)
                .process(exchange -> {
                    through.countDown();
                    await(goOn);
                }))) {
            add();

            await(through);
            assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(1);
            goOn.countDown();
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void aggregateThatKeepsItsStateAcknowledgesOnceTheStateIsKept() throws Exception {
        CountDownLatch storing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        MemoryAggregationRepository slowToKeep = new MemoryAggregationRepository() {
            @Override
            public Exchange add(CamelContext context, String key, Exchange exchange) {
                storing.countDown();
                await(goOn);
                return super.add(context, key, exchange);
            }
        };
        try (CamelContext context = running(routes -> routes.from(entries())
                .aggregate(routes.constant(true), LATEST)
                .aggregationRepository(slowToKeep)
                .completionSize(1_000)
                .to("mock:never"))) {
            add();

            await(storing);
            assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(1);
            goOn.countDown();
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void aggregateWhoseStateCannotBeKeptLeavesPending() throws Exception {
        MemoryAggregationRepository broken = new MemoryAggregationRepository() {
            @Override
            public Exchange add(CamelContext context, String key, Exchange exchange) {
                throw NO_LUCK;
            }
        };
        leavesPending(routes -> routes.from(entries())
                .aggregate(routes.constant(true), LATEST)
                .aggregationRepository(broken)
                .completionSize(1_000)
                .to("mock:never"));
    }

    private void acknowledges(LambdaRouteBuilder routes) throws Exception {
        try (CamelContext context = running(routes)) {
            add();

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getAcknowledged()).isEqualTo(1));
            assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isZero();
            assertThat(Consumers.first(context).getFailed()).isZero();
        }
    }

    private void leavesPending(LambdaRouteBuilder routes) throws Exception {
        try (CamelContext context = running(routes)) {
            add();

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getFailed()).isEqualTo(1));
            assertThat(Consumers.first(context).getAcknowledged()).isZero();
        }
        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(1);
    }

    private CamelContext running(LambdaRouteBuilder routes) throws Exception {
        CamelContext context = TestContexts.to(redis);
        context.addRoutes(TestContexts.routes(routes));
        context.getEndpoint("mock:never", MockEndpoint.class).expectedMessageCount(0);
        context.start();
        return context;
    }

    private String entries() {
        return "gort-streams:" + keys.key("s") + "?group=g&groupStart=0&blockTimeout=200ms";
    }

    private void add() {
        redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
