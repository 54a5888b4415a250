package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.routes.heatmap.HeatmapBuilder;
import io.gort.camel.streams.routes.heatmap.PriceGrid;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Stores of one symbol on a real server. */
@WithRedis
abstract class HeatmapStoreScene {

    static final List<Interval> ALL = Arrays.asList(Interval.values());
    static final Duration LATENESS = Duration.ofMinutes(10);

    RedisUnderTest redis;
    StreamClient client;
    String symbol;
    long now;

    @BeforeEach
    void connect(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        client = JedisStreamClients.of(theRedis.client());
        symbol = keys.uniqueSymbol();
        now = System.currentTimeMillis();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    HeatmapStore store(boolean duplicateKey, Interval... intervals) {
        return new HeatmapStore(
                client, new HeatmapSettings(symbol, List.of(intervals), PriceGrid.AUTO, LATENESS, duplicateKey));
    }

    static HeatmapData heatmap(HeatmapStore store, Interval interval) {
        return HeatmapBuilder.build(store.read(interval).orElseThrow().state());
    }

    static List<LiquidationEvent> events(List<LiquidationEntry> entries) {
        return entries.stream().map(LiquidationEntry::event).toList();
    }
}
