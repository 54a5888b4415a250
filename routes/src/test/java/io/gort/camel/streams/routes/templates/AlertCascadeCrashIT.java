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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

/**
 * A cascade is told once, with all its amounts, though members are killed in the middle of its window. Where the threshold
 * is the sum of all entries and the alert is early, it comes when each entry is counted, and tells if one was counted twice:
 * nothing depends on how long a member takes.
 */
@WithRedis
class AlertCascadeCrashIT {

    private static final int MANY = 300;
    private static final int FEW = 30;
    private static final BigDecimal VOLUME = new BigDecimal("10.5");
    private static final String GROUP = "cascade-group";
    private static final long MINUTE = 60_000;
    private static final Map<String, String> EARLY = Map.of("early", "true", "lateness", "10m");
    private static final Map<String, String> WHEN_OVER = Map.of("lateness", "4s");

    private final TradeCodec codec = new TradeCodec();
    private RedisUnderTest redis;
    private String symbol;
    private String stream;
    private String alerts;
    private int entries;
    private String volume;

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        stream = "liquidations:okx:" + symbol;
        alerts = keys.key("alerts");
    }

    @Test
    void whenTheOnlyMemberIsKilledItsSuccessorTellsOnceOfAll() throws Exception {
        addEntriesOfOneWindow(MANY);
        try (RouteProcess killed = start("first", EARLY)) {
            awaitRead(entries / 4);
            killed.kill();
        }
        assertThat(lag()).as("entries that the killed member has not read").isPositive();
        // all that it has read comes again too, as after a crash between storing and acknowledging
        redis.client().xgroupSetID(stream, GROUP, new StreamEntryID(0, 0));
        try (RouteProcess successor = start("second", EARLY)) {
            theAlertIsThatOfAllEntries();

            redis.client().xgroupSetID(stream, GROUP, new StreamEntryID(0, 0));

            nothingIsLeftToRead();
            noWindowIsOpen();
            theAlertIsThatOfAllEntries();
        }
    }

    @Test
    void whenOneOfTwoMembersIsKilledTheOtherOneTellsOnceOfAll() throws Exception {
        addEntriesOfOneWindow(MANY);
        try (RouteProcess killed = start("killed", EARLY);
                RouteProcess other = start("other", EARLY)) {
            awaitRead(entries / 2);
            killed.kill();

            theAlertIsThatOfAllEntries();
            nothingIsLeftToRead();
            theAlertIsThatOfAllEntries();
        }
    }

    @Test
    void whenNothingMoreComesTheSuccessorTellsOfTheWindowThatTheKilledMemberHasLeftOpen() throws Exception {
        addEntriesOfOneWindow(FEW);
        try (RouteProcess killed = start("first", WHEN_OVER)) {
            nothingIsLeftToRead();
            killed.kill();
        }
        try (RouteProcess successor = start("second", WHEN_OVER)) {
            theAlertIsThatOfAllEntries();
            noWindowIsOpen();
        }
    }

    private void addEntriesOfOneWindow(int howMany) {
        entries = howMany;
        volume = VOLUME.multiply(BigDecimal.valueOf(howMany))
                .stripTrailingZeros()
                .toPlainString();
        long window = Math.floorDiv(System.currentTimeMillis(), MINUTE) * MINUTE - MINUTE;
        try (AbstractPipeline pipeline = redis.client().pipelined()) {
            for (int i = 0; i < howMany; i++) {
                LiquidationEvent event =
                        Liquidations.event("okx", symbol, window + i, Side.SELL, VOLUME.toPlainString(), "1");
                pipeline.xadd(stream, XAddParams.xAddParams(), codec.toFields(event));
            }
        }
    }

    private RouteProcess start(String name, Map<String, String> when) throws Exception {
        Map<String, String> parameters = new HashMap<>(when);
        parameters.putAll(Map.of(
                "symbol", symbol,
                "threshold", volume,
                "to", "gort-streams:" + alerts,
                "groupStart", "0",
                "minIdle", "1s",
                "claimInterval", "200ms",
                "retryInterval", "500ms"));
        return RouteProcess.start(redis, symbol + "-" + name, "gort-alert-cascade", parameters);
    }

    private void awaitRead(long expected) {
        within(60)
                .passes(() -> assertThat(redis.client().exists(stream) && hasGroup() ? entries - lag() : 0)
                        .isGreaterThan(expected));
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
                .containsEntry("volume", volume)
                .containsEntry("liquidations", Integer.toString(entries));
    }

    private void nothingIsLeftToRead() {
        within(60).passes(() -> {
            assertThat(hasGroup()).isTrue();
            assertThat(lag()).isZero();
            assertThat(redis.client().xpending(stream, GROUP).getTotal()).isZero();
        });
    }

    private void noWindowIsOpen() {
        within(60)
                .passes(() -> assertThat(redis.client().keys("gort-cascades:{" + GROUP + ":" + symbol + "}*"))
                        .isEmpty());
    }

    private Eventually within(int seconds) {
        return redis.eventually().within(Duration.ofSeconds(seconds));
    }
}
