package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.heatmap.store.Liquidations;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

/** A cascade is told once, with all its amounts, though members are killed in the middle of its window. */
@WithRedis
class AlertCascadeCrashIT {

    private static final int ENTRIES = 400;
    private static final String GROUP = "cascade-group";
    private static final long MINUTE = 60_000;

    private final TradeCodec codec = new TradeCodec();
    private RedisUnderTest redis;
    private String symbol;
    private String stream;
    private String alerts;

    @BeforeEach
    void addEntriesOfOneWindow(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        stream = "liquidations:okx:" + symbol;
        alerts = keys.key("alerts");
        long window = Math.floorDiv(System.currentTimeMillis(), MINUTE) * MINUTE - MINUTE;
        try (AbstractPipeline pipeline = redis.client().pipelined()) {
            for (int i = 0; i < ENTRIES; i++) {
                LiquidationEvent event = Liquidations.event("okx", symbol, window + i, Side.SELL, "10.5", "1");
                pipeline.xadd(stream, XAddParams.xAddParams(), codec.toFields(event));
            }
        }
    }

    @Test
    void whenTheOnlyMemberIsKilledItsSuccessorTellsOnceOfAll() throws Exception {
        try (RouteProcess killed = start("first")) {
            awaitRead(ENTRIES / 4);
            killed.kill();
        }
        assertThat(lag()).as("entries that the killed member has not read").isPositive();
        // all that it has read comes again too, as after a crash between storing and acknowledging
        redis.client().xgroupSetID(stream, GROUP, new StreamEntryID(0, 0));
        try (RouteProcess successor = start("second")) {
            theAlertIsThatOfAllEntries();

            redis.client().xgroupSetID(stream, GROUP, new StreamEntryID(0, 0));

            nothingIsLeftToDo();
            theAlertIsThatOfAllEntries();
        }
    }

    @Test
    void whenOneOfTwoMembersIsKilledTheOtherOneTellsOnceOfAll() throws Exception {
        try (RouteProcess killed = start("killed");
                RouteProcess other = start("other")) {
            awaitRead(ENTRIES / 2);
            killed.kill();

            theAlertIsThatOfAllEntries();
            nothingIsLeftToDo();
            theAlertIsThatOfAllEntries();
        }
    }

    private RouteProcess start(String name) throws Exception {
        return RouteProcess.start(
                redis,
                symbol + "-" + name,
                "gort-alert-cascade",
                Map.of(
                        "symbol", symbol,
                        "threshold", "4200",
                        "to", "gort-streams:" + alerts,
                        "groupStart", "0",
                        "lateness", "15s",
                        "minIdle", "2s",
                        "claimInterval", "500ms",
                        "retryInterval", "500ms"));
    }

    private void awaitRead(long entries) {
        within(60)
                .passes(() -> assertThat(redis.client().exists(stream) && hasGroup() ? ENTRIES - lag() : 0)
                        .isGreaterThan(entries));
    }

    private boolean hasGroup() {
        return !redis.client().xinfoGroups(stream).isEmpty();
    }

    private long lag() {
        return (Long) redis.client().xinfoGroups(stream).get(0).getGroupInfo().get("lag");
    }

    private void theAlertIsThatOfAllEntries() {
        within(60).passes(() -> assertThat(redis.client().xlen(alerts)).isEqualTo(1));
        assertThat(redis.client().xrange(alerts, "-", "+").get(0).getFields())
                .containsEntry("volume", "4200")
                .containsEntry("liquidations", Integer.toString(ENTRIES));
    }

    private void nothingIsLeftToDo() {
        within(60).passes(() -> {
            assertThat(lag()).isZero();
            assertThat(redis.client().xpending(stream, GROUP).getTotal()).isZero();
            assertThat(redis.client().keys("gort-cascades:{" + GROUP + ":" + symbol + "}*"))
                    .isEmpty();
        });
    }

    private Eventually within(int seconds) {
        return redis.eventually().within(Duration.ofSeconds(seconds));
    }
}
