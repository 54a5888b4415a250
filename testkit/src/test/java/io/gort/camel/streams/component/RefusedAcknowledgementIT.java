package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XPendingParams;

/** A server that lets entries be read but not acknowledged: nothing is run again here, and the health check tells. */
class RefusedAcknowledgementIT {

    @Test
    void tellsThatAStreamRefusesAcknowledgementsAndRunsNothingAgain() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            RedisUnderTest redis = server.redis();
            Eventually eventually = redis.eventually();
            redis.client().sendCommand(Command.ACL, "SETUSER", "app", "on", ">pw", "~*", "+@all", "-xack");
            Queue<String> handled = new ConcurrentLinkedQueue<>();
            String uri = "gort-streams:s?group=g&groupStart=0&username=app&password=pw&minIdle=200ms&claimInterval=50ms"
                    + "&blockTimeout=100ms";
            try (CamelContext context = TestContexts.running(
                    redis,
                    routes -> routes.from(uri)
                            .process(exchange -> handled.add(exchange.getMessage()
                                    .getBody(Map.class)
                                    .get("n")
                                    .toString())))) {
                redis.client().xadd("s", StreamEntryID.NEW_ENTRY, Map.of("n", "1"));

                eventually.passes(() -> {
                    HealthCheck.Result health = healthOf(context);
                    assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
                    assertThat(health.getMessage().orElse("")).contains("s=not acknowledged", "NOPERM");
                });
                redis.client().xadd("s", StreamEntryID.NEW_ENTRY, Map.of("n", "2"));
                eventually.passes(() -> assertThat(idleOfAll(redis)).isTrue());
                assertThat(handled).containsExactly("1", "2");

                redis.client().sendCommand(Command.ACL, "SETUSER", "app", "+xack");
                eventually.pendingIs("s", "g", 0);
                eventually.passes(() -> assertThat(healthOf(context).getState()).isEqualTo(HealthCheck.State.UP));
                assertThat(handled).containsExactly("1", "2");
            }
        }
    }

    @Test
    void handlesLittleMoreThanMayBeInFlightWhileNothingCanBeAcknowledged() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            RedisUnderTest redis = server.redis();
            redis.client().sendCommand(Command.ACL, "SETUSER", "app", "on", ">pw", "~*", "+@all", "-xack");
            String uri = "gort-streams:s?group=g&groupStart=0&username=app&password=pw&minIdle=200ms&claimInterval=50ms"
                    + "&blockTimeout=100ms&maxInFlight=10";
            AtomicInteger handled = new AtomicInteger();
            try (CamelContext context = TestContexts.running(
                    redis, routes -> routes.from(uri).process(exchange -> handled.incrementAndGet()))) {
                add(redis, 1);
                redis.eventually()
                        .passes(() -> assertThat(healthOf(context).getState()).isEqualTo(HealthCheck.State.DOWN));

                add(redis, 100);
                redis.eventually().passes(() -> assertThat(handled).hasValueGreaterThanOrEqualTo(10));
                Awaitility.await().during(Duration.ofSeconds(1)).until(() -> handled.get() <= 20);

                redis.client().sendCommand(Command.ACL, "SETUSER", "app", "+xack");
                redis.eventually().passes(() -> assertThat(handled).hasValue(101));
                redis.eventually().pendingIs("s", "g", 0);
            }
        }
    }

    private static void add(RedisUnderTest redis, int count) {
        for (int i = 0; i < count; i++) {
            redis.client().xadd("s", StreamEntryID.NEW_ENTRY, Map.of("n", Integer.toString(i)));
        }
    }

    /** Whether both entries have been pending for several times {@code minIdle}. */
    private static boolean idleOfAll(RedisUnderTest redis) {
        return redis.client().xpending("s", "g", new XPendingParams("-", "+", 10)).stream()
                        .filter(entry -> entry.getIdleTime() > 600)
                        .count()
                == 2;
    }

    private static HealthCheck.Result healthOf(CamelContext context) {
        return ((HealthCheckAware) context.getRoutes().get(0).getConsumer())
                .getHealthCheck()
                .call();
    }
}
