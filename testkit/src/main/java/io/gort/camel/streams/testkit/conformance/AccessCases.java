package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Cases 32 and 33: a server that is not there, or refuses. */
interface AccessCases extends ConformanceFixture {

    @Test
    @Case(32)
    default void withoutRedisTheStartFailsClearlyByDefault() {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        server.stop();

        assertThatThrownBy(() -> member(
                        server.redis(), routes -> routes.from(from("orders")).to("log:never")))
                .hasStackTraceContaining(
                        "127.0.0.1:" + server.port() + "/0 does not answer: Connection refused (tried PING)");
        Eventually.holds("no thread left", () -> LifeCases.threads().isEmpty());
    }

    @Test
    @Case(32)
    default void withoutRedisItWaitsWithHealthDownIfAskedTo() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        server.stop();
        EntryRecorder storage = books().open(server.redis(), GROUP);
        LogWatch log = closedAfterwards(new LogWatch());
        CamelContext context = member(
                server.redis(),
                routes -> routes.from(from("orders") + "&startWhenDown=true").process(storage.handled()));
        isDown(context, "127.0.0.1:" + server.port());

        server.startAgain();
        publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));

        books().allHandledOnce(storage);
        isUp(context);
        assertThat(log.warnings()).as("warnings of one outage").hasSize(1);
    }

    @Test
    @Case(33)
    default void aWrongPasswordIsToldClearlyWithHealthDownAndNoRetryStorm() throws Exception {
        RedisServerProcess server =
                closedAfterwards(ownServer().password("right-secret").start());
        RedisUnderTest intruder = server.redis().as(null, "wrong-secret");
        LogWatch log = closedAfterwards(new LogWatch());

        assertThatThrownBy(() ->
                        member(intruder, routes -> routes.from(from("orders")).to("log:never")))
                .rootCause()
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("wrong-secret");
        CamelContext context = member(
                intruder,
                routes -> routes.from(from("orders") + "&startWhenDown=true").to("log:never"));

        isDown(context, "WRONGPASS");
        staysCalm(server.redis(), log);
        assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
    }

    @Test
    @Case(33)
    default void aMissingRightIsToldClearlyWithHealthDownAndNoRetryStorm() throws Exception {
        RedisServerProcess server = closedAfterwards(
                ownServer().user("app", "pw", "~*", "+@all", "-xreadgroup").start());
        EntryRecorder storage = books().open(server.redis(), GROUP);
        LogWatch log = closedAfterwards(new LogWatch());
        CamelContext context = member(
                server.redis().as("app", "pw"),
                routes -> routes.from(from("orders")).process(storage.handled()));
        publish(server.redis(), "orders", 10, n -> Map.of("n", Integer.toString(n)));

        isDown(context, "NOPERM");
        staysCalm(server.redis(), log);
        books().balanced(storage);
        server.redis().client().sendCommand(Command.ACL, "SETUSER", "app", "+xreadgroup");
        books().allHandledOnce(storage);
        isUp(context);
    }

    @Test
    @Case(33)
    default void aKeyOfAnotherTypeIsSetAsideWithHealthDownAndTheOthersGoOn() throws Exception {
        RedisServerProcess server = closedAfterwards(ownServer().start());
        server.redis().client().set("bad", "not a stream");
        EntryRecorder storage = books().open(server.redis(), GROUP);
        LogWatch log = closedAfterwards(new LogWatch());
        CamelContext context =
                member(server.redis(), routes -> routes.from(from("orders,bad")).process(storage.handled()));
        publish(server.redis(), "orders", 100, n -> Map.of("n", Integer.toString(n)));

        books().allHandledOnce(storage);
        isDown(context, "bad");
        staysCalm(server.redis(), log);
        server.redis().client().del("bad");
        publish(server.redis(), "bad", 100, n -> Map.of("n", Integer.toString(n)));
        books().allHandledOnce(storage);
        isUp(context);
    }

    private void isDown(CamelContext context, String saying) {
        eventually().passes(() -> {
            HealthCheck.Result result = health(context);
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage().orElse("")).contains(saying);
        });
    }

    private void isUp(CamelContext context) {
        eventually().passes(() -> assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP));
    }

    private static HealthCheck.Result health(CamelContext context) {
        HealthCheckAware consumer =
                (HealthCheckAware) context.getRoutes().get(0).getConsumer();
        return consumer.getHealthCheck().call();
    }

    /** Neither the server nor the log is flooded while the trouble lasts. */
    private void staysCalm(RedisUnderTest redis, LogWatch log) {
        long before = OutageCases.commands(redis);
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .until(() -> log.warnings().size() <= 2);
        assertThat(OutageCases.commands(redis) - before)
                .as("commands in two seconds")
                .isLessThan(200);
    }
}
