package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisServerSettings;
import io.gort.camel.streams.testkit.WithRedis;

/** The suite on the server that this machine has. */
@WithRedis
class ConformanceIT extends ConformanceSuite {

    @Override
    public RedisServerSettings ownServer() {
        return RedisServerProcess.settings();
    }
}
