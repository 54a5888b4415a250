package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

@WithRedis
class SharedRedisIT {

    @Test
    void isTheSameForEveryone(RedisUnderTest redis) {
        assertThat(redis.client().ping()).isEqualTo("PONG");
        assertThat(SharedRedis.get()).isSameAs(redis);
    }

    @Test
    void givesEachTestKeysOfItsOwn(TestKeys keys) {
        assertThat(keys.key("a")).startsWith(keys.prefix()).isEqualTo(keys.key("a"));
        assertThat(keys.uniqueSymbol()).isNotEqualTo(keys.uniqueSymbol()).doesNotContain(":");
        assertThat(keys.existing()).isEmpty();
    }

    @Test
    void deletesTheTestsKeysAndNoOthers(RedisUnderTest redis, TestKeys keys) {
        TestKeys someoneElse = new TestKeys(redis.client());
        String typed = "liquidations:binance:" + keys.uniqueSymbol();
        redis.client().set(someoneElse.key("kept"), "1");
        redis.client().set(keys.key("gone"), "1");
        redis.client().xadd(typed, StreamEntryID.NEW_ENTRY, Map.of("side", "long"));
        redis.client().xadd("dead-letter:{" + typed + "}", StreamEntryID.NEW_ENTRY, Map.of("side", "long"));

        assertThat(keys.existing()).hasSize(3);
        keys.deleteAll();

        assertThat(keys.existing()).isEmpty();
        assertThat(someoneElse.existing()).hasSize(1);
        someoneElse.deleteAll();
    }

    @Test
    void waitsForLengthGroupAndPendingEntries(RedisUnderTest redis, TestKeys keys, Eventually eventually) {
        String stream = keys.key("stream");
        Thread publisher = new Thread(() -> {
            redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
            redis.client().xgroupCreate(stream, "g", new StreamEntryID(0, 0), false);
            redis.client()
                    .xreadGroup(
                            "g",
                            "c",
                            XReadGroupParams.xReadGroupParams(),
                            Map.of(stream, StreamEntryID.UNRECEIVED_ENTRY));
        });

        publisher.start();

        eventually.lengthIs(stream, 1);
        eventually.groupExists(stream, "g");
        eventually.pendingIs(stream, "g", 1);
    }

    @Test
    void saysWhatItSawWhenTimeIsUp(TestKeys keys, Eventually eventually) {
        assertThatThrownBy(() -> eventually.within(Duration.ofMillis(100)).lengthIs(keys.key("none"), 2))
                .isInstanceOf(ConditionTimeoutException.class)
                .hasMessageContaining("length of " + keys.key("none") + ": 0 (expected: 2)");
    }
}
