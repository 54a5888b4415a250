package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.junit.jupiter.api.Test;

/** What the steps of a route mean for the acknowledgement of its entry. */
class RouteStepsIT extends OneEntryRoutes {

    private static final AggregationStrategy LATEST = (before, now) -> now;

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

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
