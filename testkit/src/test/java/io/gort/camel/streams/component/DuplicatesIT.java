package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.GortStreamsIdempotentRepository;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** One recipe per kind of duplicate: what comes twice has its effect once. */
class DuplicatesIT {

    private static final String SOON = "&minIdle=300ms&claimInterval=100ms&blockTimeout=100ms";

    private final Queue<String> effects = new ConcurrentLinkedQueue<>();

    @Test
    void whatAPublisherSendsAgainBecauseItGotNoAnswerHasItsEffectOnceByItsOwnKey() throws Exception {
        AtomicInteger triesAgain = new AtomicInteger();
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext context = TestContexts.running(server.redis(), routes -> {
                    routes.from("direct:publish")
                            .errorHandler(routes.defaultErrorHandler()
                                    .maximumRedeliveries(-1)
                                    .redeliveryDelay(100)
                                    .onRedelivery(exchange -> triesAgain.incrementAndGet()))
                            .to("gort-streams:orders?commandTimeout=300ms&maxRetries=0");
                    routes.from("gort-streams:orders?group=g&groupStart=0" + SOON)
                            .idempotentConsumer(
                                    routes.simple("${body[order]}"),
                                    new GortStreamsIdempotentRepository("handled:orders:"))
                            .process(exchange -> effect(exchange, "order"));
                })) {
            context.createProducerTemplate().sendBody("direct:publish", Map.of("order", "first"));
            server.redis().eventually().passes(() -> assertThat(effects).containsExactly("first"));
            server.freeze(); // it gets the next entry, but does not say so
            FutureTask<?> publishing = new FutureTask<>(
                    () -> context.createProducerTemplate().sendBody("direct:publish", Map.of("order", "second")), null);
            new Thread(publishing, "publisher").start();
            Eventually.holds("another try", () -> triesAgain.get() > 0);
            server.thaw();
            publishing.get();

            assertThat(server.redis().client().xlen("orders")).isGreaterThanOrEqualTo(3);
            server.redis()
                    .eventually()
                    .passes(() -> assertThat(Consumers.first(context).getAcknowledged())
                            .isEqualTo(server.redis().client().xlen("orders")));
            assertThat(effects).containsExactly("first", "second");
        }
    }

    @Test
    @WithRedis
    void whatIsRunAgainAfterItsEffectHasTheSameEffectUnderTheEntrysId(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        AtomicBoolean crashed = new AtomicBoolean();
        AtomicInteger runs = new AtomicInteger();
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&groupStart=0" + SOON)
                        .process(exchange -> {
                            runs.incrementAndGet();
                            redis.client()
                                    .hset(
                                            keys.key("table"),
                                            exchange.getMessage()
                                                    .getHeader(GortStreamsConstants.ENTRY_ID, String.class),
                                            "stored");
                        })
                        .process(exchange -> {
                            if (!crashed.getAndSet(true)) {
                                throw new IllegalStateException("after the effect, before the acknowledgement");
                            }
                        }))) {
            redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "1"));

            eventually.passes(() -> assertThat(runs).hasValue(2));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(redis.client().hlen(keys.key("table"))).isOne();
        }
    }

    @Test
    @WithRedis
    void whatIsReplayedIsHandledThoughItFailedBeforeAndOnlyOnce(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        AtomicBoolean mended = new AtomicBoolean();
        String letters = "dead-letter:{" + keys.key("s") + "}";
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + keys.key("s") + "?group=g&groupStart=0&maxDeliveries=1" + SOON)
                        .idempotentConsumer(
                                routes.simple("${body[n]}"), new GortStreamsIdempotentRepository(keys.key("handled:")))
                        .process(exchange -> {
                            if (!mended.get()) {
                                throw new IllegalStateException("not yet");
                            }
                            effect(exchange, "n");
                        }))) {
            redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
            redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
            eventually.lengthIs(letters, 2);
            mended.set(true);

            context.createProducerTemplate()
                    .requestBody("gort-streams:" + letters + "?operation=replayDeadLetters", (Object) null);

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getAcknowledged()).isEqualTo(2));
            assertThat(effects).containsExactly("1");
        }
    }

    @Test
    @WithRedis
    void theSameLiquidationUnderDifferentIdsHasItsEffectOnceByWhatItSays(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String symbol = keys.uniqueSymbol();
        try (CamelContext context = TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:liquidations:binance:" + symbol + "?group=g&groupStart=0" + SOON)
                        .convertBodyTo(LiquidationEvent.class)
                        .idempotentConsumer(
                                routes.simple(
                                        "${body.exchange}:${body.symbol}:${body.timestamp}:${body.side}:${body.price}"
                                                + ":${body.quantity}"),
                                new GortStreamsIdempotentRepository(keys.key("handled:")))
                        .process(exchange -> effects.add(exchange.getMessage()
                                .getBody(LiquidationEvent.class)
                                .price()
                                .toPlainString())))) {
            for (String price : new String[] {"45000", "45000.0", "45001"}) { // two connectors of the same feed
                context.createProducerTemplate()
                        .sendBody("gort-streams:liquidations", Records.liquidation(symbol, price));
            }

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getAcknowledged()).isEqualTo(3));
            assertThat(effects).containsExactly("45000", "45001");
        }
    }

    private void effect(Exchange exchange, String field) {
        effects.add(String.valueOf(exchange.getMessage().getBody(Map.class).get(field)));
    }
}
