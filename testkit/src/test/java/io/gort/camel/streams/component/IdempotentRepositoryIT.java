package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.KeyInProgressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.resps.StreamPendingEntry;

/** What Camel's idempotent consumer does over the repository on Redis. */
class IdempotentRepositoryIT extends IdempotentRoutes {

    @Test
    void handlesWhatHasTheSameKeyOnce() throws Exception {
        try (CamelContext context = running(routes -> once(routes).process(this::effect))) {
            add("a");
            add("b");
            add("a");

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(3));
            assertThat(effects).containsExactly("a", "b");
            assertThat(redis.client().pttl(keys.key("handled:a"))).isBetween(1L, TimeUnit.DAYS.toMillis(1));
        }
    }

    @Test
    void handlesOnceAlsoWhenTheKeyIsAddedAfterwards() throws Exception {
        try (CamelContext context = running(routes -> once(routes).eager(false).process(this::effect))) {
            add("a");
            add("a");

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(2));
            assertThat(effects).containsExactly("a");
        }
    }

    @Test
    void leavesPendingWhatIsInProgressElsewhereUntilThatIsDone() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (CamelContext context = running(routes -> once(routes, "&lanes=0").process(exchange -> {
            effect(exchange);
            goOn.await(10, TimeUnit.SECONDS);
        }))) {
            add("a");
            eventually.passes(() -> assertThat(effects).containsExactly("a"));
            StreamEntryID duplicate = add("a");

            eventually.passes(() -> assertThat(deliveriesOf(duplicate)).isGreaterThan(1));
            goOn.countDown();

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(2));
            assertThat(effects).containsExactly("a");
        }
    }

    @Test
    void keepsAKeyInProgressForAsLongAsItsRouteTakes() throws Exception {
        repository.setInProgressLifetime(Duration.ofMillis(300));
        CountDownLatch goOn = new CountDownLatch(1);
        try (CamelContext context = running(routes -> once(routes).process(exchange -> {
            effect(exchange);
            goOn.await(10, TimeUnit.SECONDS);
        }))) {
            add("a");
            eventually.passes(() -> assertThat(effects).containsExactly("a"));

            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .until(() -> redis.client().exists(keys.key("handled:a")));
            assertThatThrownBy(() -> repository.add("a"))
                    .isInstanceOf(KeyInProgressException.class)
                    .hasMessageContaining("g/" + keys.key("s") + "/");
            goOn.countDown();
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void handlesAgainWhatFailed() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        try (CamelContext context = running(routes -> once(routes).process(exchange -> {
            if (!failed.getAndSet(true)) {
                throw new IllegalStateException("no luck");
            }
            effect(exchange);
        }))) {
            add("a");

            eventually.passes(() -> assertThat(effects).containsExactly("a"));
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void takesWhatFailedForDoneIfItIsNotToBeRemoved() throws Exception {
        try (CamelContext context =
                running(routes -> once(routes).removeOnFailure(false).process(exchange -> {
                    effect(exchange);
                    throw new IllegalStateException("no luck");
                }))) {
            add("a");

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(1));
            assertThat(effects).containsExactly("a");
        }
    }

    @Test
    void triesAgainInASubRoute() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        try (CamelContext context = running(routes -> {
            routes.from(entries(""))
                    .errorHandler(
                            routes.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0))
                    .to("direct:once");
            routes.from("direct:once")
                    .errorHandler(routes.noErrorHandler())
                    .idempotentConsumer(routes.simple("${body[n]}"), repository)
                    .process(exchange -> {
                        if (!failed.getAndSet(true)) {
                            throw new IllegalStateException("no luck");
                        }
                        effect(exchange);
                    });
        })) {
            add("a");

            eventually.passes(() -> assertThat(effects).containsExactly("a"));
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void handlesAgainOnceTheLifetimeIsOver() throws Exception {
        repository.setLifetime(Duration.ofMillis(50));
        try (CamelContext context = running(routes -> once(routes).process(this::effect))) {
            add("a");
            eventually.passes(() -> assertThat(effects).hasSize(1));
            eventually.passes(() ->
                    assertThat(redis.client().exists(keys.key("handled:a"))).isFalse());
            add("a");

            eventually.passes(() -> assertThat(effects).containsExactly("a", "a"));
        }
    }

    private long deliveriesOf(StreamEntryID id) {
        List<StreamPendingEntry> found =
                redis.client().xpending(keys.key("s"), "g", new XPendingParams(id.toString(), id.toString(), 1));
        return found.isEmpty() ? 0 : found.get(0).getDeliveredTimes();
    }
}
