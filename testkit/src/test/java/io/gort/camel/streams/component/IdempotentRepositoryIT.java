package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.GortStreamsIdempotentRepository;
import io.gort.camel.streams.KeyInProgressException;
import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.IdempotentConsumerDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.resps.StreamPendingEntry;

/** What Camel's idempotent consumer does over the repository on Redis. */
@WithRedis
class IdempotentRepositoryIT {

    private static final String SOON = "&minIdle=300ms&claimInterval=100ms&blockTimeout=100ms";

    private final Queue<String> effects = new ConcurrentLinkedQueue<>();
    private RedisUnderTest redis;
    private TestKeys keys;
    private Eventually eventually;
    private GortStreamsIdempotentRepository repository;

    @SuppressWarnings("NullAway.Init") // JUnit calls the method below first
    IdempotentRepositoryIT() {}

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys theKeys, Eventually theEventually) {
        redis = theRedis;
        keys = theKeys;
        eventually = theEventually;
        repository = new GortStreamsIdempotentRepository(theKeys.key("handled:"));
    }

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

    @Test
    void forgetsWhatItIsToldTo() throws Exception {
        try (CamelContext context = running(routes -> once(routes).process(this::effect))) {
            repository.confirm("a");
            repository.confirm("b");
            repository.confirm("c");

            assertThat(repository.contains("a")).isTrue();
            assertThat(repository.remove("a")).isTrue();
            assertThat(repository.contains("a")).isFalse();
            repository.clear();

            assertThat(repository.contains("b")).isFalse();
            assertThat(repository.add("c")).isTrue();
            assertThat(repository.getInProgress()).isEqualTo(1);
        }
    }

    @Test
    void servesTheOtherRoutesWhenOneStops() throws Exception {
        try (CamelContext context = running(routes -> {
            once(routes).process(this::effect);
            routes.from("direct:other")
                    .routeId("other")
                    .idempotentConsumer(routes.body(), repository)
                    .to("mock:other");
        })) {
            context.getRouteController().stopRoute("other");
            add("a");
            add("a");

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(2));
            assertThat(effects).containsExactly("a");
        }
    }

    @Test
    void isDeclaredInYaml() throws Exception {
        Resource routes = ResourceHelper.fromString("route.yaml", """
                - beans:
                    - name: handledOrders
                      type: io.gort.camel.streams.GortStreamsIdempotentRepository
                      properties:
                        prefix: "%s"
                        lifetime: 7d
                        inProgressLifetime: 20s
                - route:
                    from:
                      uri: "%s"
                      steps:
                        - idempotentConsumer:
                            idempotentRepository: handledOrders
                            expression:
                              simple: "${body[n]}"
                            steps:
                              - bean: effects
                """.formatted(keys.key("handled:"), entries("")));
        try (CamelContext context = TestContexts.to(redis)) {
            context.getRegistry().bind("effects", new Effects(effects));
            PluginHelper.getRoutesLoader(context).loadRoutes(routes);
            context.start();

            add("a");
            add("a");

            eventually.passes(() -> assertThat(acknowledged(context)).isEqualTo(2));
            assertThat(effects).containsExactly("a");
            assertThat(redis.client().pttl(keys.key("handled:a"))).isGreaterThan(TimeUnit.DAYS.toMillis(6));
        }
    }

    @Test
    void usesAClientThatItIsGivenAndLeavesItOpen() throws Exception {
        try (StreamClient client = JedisStreamClients.of(redis.client())) {
            repository.setClient(client);
            try (CamelContext context = running(routes -> once(routes).process(this::effect))) {
                add("a");
                eventually.passes(() -> assertThat(effects).containsExactly("a"));
            }

            client.ping();
        }
    }

    @Test
    void doesNotStartWithoutAPrefix() throws Exception {
        repository.setPrefix("");

        assertThatThrownBy(() ->
                        running(routes -> once(routes).process(this::effect)).close())
                .hasRootCauseMessage("prefix:  (expected: a text of its own, without *)");
    }

    /** A bean that notes what was done. */
    public static final class Effects {

        private final Queue<String> effects;

        Effects(Queue<String> effects) {
            this.effects = effects;
        }

        public void handle(Map<String, String> fields) {
            effects.add(fields.get("n"));
        }
    }

    private void effect(Exchange exchange) {
        effects.add(String.valueOf(exchange.getMessage().getBody(Map.class).get("n")));
    }

    private IdempotentConsumerDefinition once(RouteBuilder routes) {
        return once(routes, "");
    }

    private IdempotentConsumerDefinition once(RouteBuilder routes, String options) {
        return routes.from(entries(options)).idempotentConsumer(routes.simple("${body[n]}"), repository);
    }

    private CamelContext running(LambdaRouteBuilder routes) throws Exception {
        return TestContexts.running(redis, routes);
    }

    private String entries(String options) {
        return "gort-streams:" + keys.key("s") + "?group=g&groupStart=0" + SOON + options;
    }

    private StreamEntryID add(String n) {
        return redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", n));
    }

    private static long acknowledged(CamelContext context) {
        return Consumers.first(context).getAcknowledged();
    }

    private long deliveriesOf(StreamEntryID id) {
        List<StreamPendingEntry> found =
                redis.client().xpending(keys.key("s"), "g", new XPendingParams(id.toString(), id.toString(), 1));
        return found.isEmpty() ? 0 : found.get(0).getDeliveredTimes();
    }
}
