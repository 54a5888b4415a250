package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentinelServersIT {

    @Test
    void failsOverOnDemandAndWhenTheMasterDies() {
        try (SentinelServers servers = SentinelServers.start()) {
            RedisServerProcess first = servers.master();
            first.redis().client().set("k", "v");

            servers.failOver();
            RedisServerProcess second = servers.master();
            servers.killMaster();
            RedisServerProcess third = servers.master();

            assertThat(second).isNotSameAs(first);
            assertThat(third).isNotSameAs(second);
            assertThat(third.redis().client().get("k")).isEqualTo("v");
        }
    }
}
