package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.heatmap.store.LiquidationEntry;
import io.gort.camel.streams.routes.heatmap.store.Liquidations;
import io.gort.camel.streams.routes.heatmap.store.Recomputed;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.params.XAddParams;

/**
 * Heatmaps stay exact to the cent though members are killed in the middle of their work and liquidations are on the
 * streams twice. The number of events can be raised with {@code -Dgort.test.events=100000}.
 */
@WithRedis
class AggregateHeatmapCrashIT {

    private static final int EVENTS = Integer.getInteger("gort.test.events", 6_000);
    private static final String GROUP = "aggregator-group";
    private static final Set<Interval> INTERVALS = new TreeSet<>(List.of(Interval.M1, Interval.H1));

    private final TradeCodec codec = new TradeCodec();
    private RedisUnderTest redis;
    private String symbol;
    private List<LiquidationEvent> events;

    @BeforeEach
    void publishEventsSomeOfThemTwice(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        events = Liquidations.within(System.currentTimeMillis(), 90_000, symbol, EVENTS, new Random(7)).stream()
                .map(LiquidationEntry::event)
                .toList();
        List<LiquidationEvent> published = new ArrayList<>(events);
        published.addAll(events.subList(0, EVENTS / 10));
        for (int from = 0; from < published.size(); from += 1_000) {
            try (AbstractPipeline pipeline = redis.client().pipelined()) {
                published
                        .subList(from, Math.min(published.size(), from + 1_000))
                        .forEach(event -> pipeline.xadd(
                                event.streamName().key(), XAddParams.xAddParams(), codec.toFields(event)));
            }
        }
    }

    @Test
    void whenOneOfTwoMembersIsKilledTheOtherOneFinishesItsWork() throws Exception {
        try (RouteProcess killed = start("killed");
                RouteProcess other = start("other")) {
            awaitCounted(EVENTS / 4);
            killed.kill();

            theHeatmapsAreThoseOfAllEvents();
        }
    }

    @Test
    void whenTheOnlyMemberIsKilledItsSuccessorFinishesItsWork() throws Exception {
        try (RouteProcess killed = start("first")) {
            awaitCounted(EVENTS / 4);
            killed.kill();
        }
        try (RouteProcess successor = start("second")) {
            theHeatmapsAreThoseOfAllEvents();
        }
    }

    private RouteProcess start(String name) throws Exception {
        return RouteProcess.start(
                redis,
                symbol + "-" + name,
                "gort-aggregate-heatmap",
                Map.ofEntries(
                        Map.entry("symbol", symbol),
                        Map.entry("groupStart", "0"),
                        Map.entry("intervals", "1m,1h"),
                        Map.entry("duplicateKey", "true"),
                        Map.entry("minIdle", "2s"),
                        Map.entry("claimInterval", "500ms"),
                        Map.entry("refresh", "200ms")));
    }

    private void awaitCounted(int entries) {
        within(60).passes(() -> assertThat(counted()).isBetween((long) entries, (long) EVENTS - 1));
    }

    /** How many are in the hashes of counted entries. */
    private long counted() {
        return redis.client().keys("heatmap-state:{" + symbol + "}:auto:counted:*").stream()
                .mapToLong(redis.client()::hlen)
                .sum();
    }

    private void theHeatmapsAreThoseOfAllEvents() {
        for (String exchange : List.of("binance", "okx", "bybit")) {
            String stream = "liquidations:" + exchange + ":" + symbol;
            within(120)
                    .passes(() -> assertThat(redis.client().xinfoGroups(stream)).allSatisfy(group -> {
                        assertThat(group.getPending()).isZero();
                        assertThat(group.getGroupInfo()).containsEntry("lag", 0L);
                    }));
            assertThat(redis.client().xinfoGroups(stream)).extracting("name").containsExactly(GROUP);
        }
        for (Interval interval : INTERVALS) {
            Recomputed expected = Recomputed.of(interval, Set.copyOf(events));
            within(30)
                    .passes(() -> assertThat(Recomputed.of(codec.heatmapFromJson(
                                    redis.client().get("heatmap:cache:" + symbol + ":" + interval.label()))))
                            .isEqualTo(expected));
        }
    }

    private Eventually within(int seconds) {
        return redis.eventually().within(Duration.ofSeconds(seconds));
    }
}
