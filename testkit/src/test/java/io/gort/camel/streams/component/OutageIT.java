package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.StreamEntryID;

/** What consumers do when the server goes, comes back, or has lost what they rely on. */
class OutageIT {

    private final RedisServerProcess server =
            RedisServerProcess.settings().persistent().start();
    private final Set<String> handled = ConcurrentHashMap.newKeySet();

    @AfterEach
    void endServer() {
        server.close();
    }

    @Test
    void failsToStartWithoutAServerAndSaysWhere() throws Exception {
        server.stop();
        try (CamelContext context = TestContexts.to(server.redis())) {
            context.addRoutes(TestContexts.routes(
                    routes -> routes.from("gort-streams:s?group=g").to("mock:x")));

            assertThatThrownBy(context::start)
                    .satisfies(failure ->
                            assertThat(causes(failure)).anyMatch(m -> m.contains("127.0.0.1:" + server.port())));
        }
        assertThat(ourThreads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s?group=g&groupStart=0&", "s,t?group=g&groupStart=0&", "s?", "*?group=g&groupStart=0&"})
    void waitsForAServerIfAskedTo(String path) throws Exception {
        server.stop();
        try (CamelContext context = consuming(path + "startWhenDown=true&discoveryInterval=100ms")) {
            Eventually.holds("health DOWN", () -> health(context) == HealthCheck.State.DOWN);

            server.startAgain();
            addUntilHandled("s");

            Eventually.holds("health UP", () -> health(context) == HealthCheck.State.UP);
        }
    }

    @Test
    void skipsWhatWasThereBeforeAlsoIfItHadToWaitForTheServer() throws Exception {
        redis().client().xadd("s", StreamEntryID.NEW_ENTRY, Map.of("n", "old"));
        server.stop();
        try (CamelContext context = consuming("*?group=g&startWhenDown=true&discoveryInterval=100ms")) {
            server.startAgain();

            addUntilHandled("s");

            assertThat(handled).doesNotContain("old");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "kill"})
    void handlesEverythingOverARestartOfAServerThatKeepsItsData(String end) throws Exception {
        try (CamelContext context = consuming("s?group=g&blockTimeout=1s&")) {
            add("s", 0, 300);
            if (end.equals("stop")) {
                server.stop();
            } else {
                server.kill();
            }
            Eventually.holds("health DOWN", () -> health(context) == HealthCheck.State.DOWN);
            server.startAgain();
            add("s", 300, 600);

            redis().eventually().passes(() -> assertThat(handled).containsAll(numbers(0, 600)));
            redis().eventually().pendingIs("s", "g", 0);
            Eventually.holds("health UP", () -> health(context) == HealthCheck.State.UP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLUSHALL", "DEL", "XGROUP DESTROY", "UNLINK all"})
    void goesOnWhenStreamOrGroupAreGone(String loss) throws Exception {
        try (CamelContext context = consuming("s,t?group=g&groupStart=$&")) {
            add("s", 0, 20);
            add("t", 0, 1);
            redis().eventually().passes(() -> assertThat(handled).containsAll(numbers(0, 20)));
            redis().eventually().pendingIs("s", "g", 0);
            switch (loss) {
                case "FLUSHALL" -> redis().client().flushAll();
                case "DEL" -> redis().client().del("s");
                case "XGROUP DESTROY" -> redis().client().xgroupDestroy("s", "g");
                default -> redis().client().unlink("s", "t");
            }
            add("s", 100, 110);
            add("t", 200, 210);

            redis().eventually()
                    .passes(() ->
                            assertThat(handled).containsAll(numbers(100, 110)).containsAll(numbers(200, 210)));
            redis().eventually().pendingIs("s", "g", 0);
            redis().eventually().pendingIs("t", "g", 0);
            Eventually.holds("health UP", () -> health(context) == HealthCheck.State.UP);
        }
    }

    @Test
    void skipsNothingWhenTheServerComesBackEmpty() throws Exception {
        server.close();
        try (RedisServerProcess forgetful = RedisServerProcess.start();
                CamelContext context = TestContexts.running(
                        forgetful.redis(),
                        routes -> routes.from("gort-streams:s?group=g")
                                .process(exchange ->
                                        handled.add(number(exchange.getMessage().getBody(Map.class)))))) {
            forgetful.redis().client().xadd("s", StreamEntryID.NEW_ENTRY, Map.of("n", "0"));
            forgetful.redis().eventually().passes(() -> assertThat(handled).contains("0"));
            forgetful.restart();
            forgetful.redis().client().xadd("s", StreamEntryID.NEW_ENTRY, Map.of("n", "1"));

            forgetful.redis().eventually().passes(() -> assertThat(handled).contains("1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"group=g&groupStart=0&", ""})
    void goesOnWithTheOthersWhenOneKeyIsNoStream(String group) throws Exception {
        redis().client().set("bad", "a text");
        try (CamelContext context = consuming("bad,good,better?" + group + "blockTimeout=200ms&")) {
            addUntilHandled("good");
            addUntilHandled("better");
            Eventually.holds("health DOWN", () -> health(context) == HealthCheck.State.DOWN);

            redis().client().del("bad");
            addUntilHandled("bad");

            Eventually.holds("health UP", () -> health(context) == HealthCheck.State.UP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"group=g&groupStart=0&", ""})
    void goesOnWithTheOthersWhenAStreamTurnsIntoSomethingElse(String group) throws Exception {
        try (CamelContext context = consuming("bad,good?" + group + "blockTimeout=200ms&")) {
            addUntilHandled("bad");

            redis().client().set("bad", "a text");

            addUntilHandled("good");
            Eventually.holds("health DOWN", () -> health(context) == HealthCheck.State.DOWN);
            addUntilHandled("good");
        }
    }

    @Test
    void acknowledgesTheOthersWhenAStreamInWorkTurnsIntoSomethingElse() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (CamelContext context = TestContexts.running(
                server.redis(),
                routes -> routes.from("gort-streams:bad,good?group=g&groupStart=0&blockTimeout=200ms")
                        .process(exchange -> {
                            working.countDown();
                            goOn.await(10, TimeUnit.SECONDS);
                            handled.add(number(exchange.getMessage().getBody(Map.class)));
                        }))) {
            add("bad", 0, 3);
            assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
            redis().client().set("bad", "a text");
            goOn.countDown();
            add("good", 10, 40);

            redis().eventually().passes(() -> assertThat(handled).containsAll(numbers(10, 40)));
            redis().eventually().pendingIs("good", "g", 0);
        }
    }

    @Test
    void losesNothingThatFailedOrWasInWorkWhenTheGroupIsGone() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        Set<String> failedOnce = ConcurrentHashMap.newKeySet();
        try (CamelContext context = TestContexts.running(
                server.redis(),
                routes -> routes.from(
                                "gort-streams:s?group=g&groupStart=0&minIdle=300ms&claimInterval=100ms&blockTimeout=200ms")
                        .process(exchange -> {
                            String n = number(exchange.getMessage().getBody(Map.class));
                            if (n.equals("1") && failedOnce.add(n)) {
                                throw new IllegalStateException("no luck");
                            }
                            if (n.equals("2")) {
                                goOn.await(10, TimeUnit.SECONDS);
                            }
                            handled.add(n);
                        }))) {
            add("s", 0, 5);
            redis().eventually().passes(() -> assertThat(failedOnce).contains("1"));
            redis().client().xgroupDestroy("s", "g");
            goOn.countDown();

            redis().eventually().passes(() -> assertThat(handled).containsAll(numbers(0, 5)));
            redis().eventually().pendingIs("s", "g", 0);
        }
    }

    private CamelContext consuming(String uri) throws Exception {
        return TestContexts.running(
                server.redis(),
                routes -> routes.from("gort-streams:" + uri.replaceAll("[?&]$", ""))
                        .process(exchange ->
                                handled.add(number(exchange.getMessage().getBody(Map.class)))));
    }

    /** Without a group, or with one that is made anew, an entry may come too early to be seen. */
    private void addUntilHandled(String stream) {
        redis().eventually().within(Duration.ofSeconds(20)).passes(() -> {
            String n = Long.toString(System.nanoTime());
            redis().client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", n));
            redis().eventually()
                    .within(Duration.ofMillis(500))
                    .passes(() -> assertThat(handled).contains(n));
        });
    }

    private void add(String stream, int from, int to) {
        for (int n = from; n < to; n++) {
            redis().client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", Integer.toString(n)));
        }
    }

    private RedisUnderTest redis() {
        return server.redis();
    }

    private static String number(Map<?, ?> body) {
        return String.valueOf(body.get("n"));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static HealthCheck.State health(CamelContext context) {
        Collection<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(context);
        return results.stream()
                .filter(result -> result.getCheck().getId().startsWith("consumer:"))
                .map(HealthCheck.Result::getState)
                .reduce((a, b) -> a == HealthCheck.State.DOWN ? a : b)
                .orElse(HealthCheck.State.UNKNOWN);
    }

    private static Set<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("gort-streams"))
                .collect(Collectors.toSet());
    }

    private static List<String> causes(Throwable failure) {
        return java.util.stream.Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
