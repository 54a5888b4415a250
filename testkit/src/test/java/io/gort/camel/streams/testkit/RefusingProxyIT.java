package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;

/** A proxy that refuses hands on everything else. */
@WithRedis
class RefusingProxyIT {

    @Test
    void refusesWhatItIsToldToAndHandsOnTheRest(RedisUnderTest redis, TestKeys keys) {
        try (RefusingProxy proxy = RefusingProxy.to(redis);
                RedisUnderTest seen = proxy.redis();
                RedisClient client = seen.newClient()) {
            client.xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("é", "\r\n*1"));

            proxy.refuse("XLEN", "CLUSTERDOWN not now");

            assertThatThrownBy(() -> client.xlen(keys.key("s")))
                    .isInstanceOf(JedisDataException.class)
                    .hasMessage("CLUSTERDOWN not now");
            assertThat(client.xrange(keys.key("s"), "-", "+"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getFields()).containsEntry("é", "\r\n*1"));
            assertThat(client.get(keys.key("absent"))).isNull();
            proxy.refuseNothing();
            assertThat(client.xlen(keys.key("s"))).isOne();
            assertThat(proxy.refused()).isOne();
        }
    }
}
