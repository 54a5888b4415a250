package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.RewoundGroup;
import io.gort.camel.streams.entry.TrimResult;
import io.gort.camel.streams.entry.TrimResult.TrimmedStream;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/** The routes of docs/operations.md do what the page tells. They are run as they stand there, but for their timers. */
class OperatorsPageIT {

    private static final Pattern ROUTE = Pattern.compile("```yaml\n(.*?id: ([a-z-]+)\n.*?)```", Pattern.DOTALL);
    private static final String DEAD_LETTERS = "dead-letter:{orders}";

    private final Map<String, String> routes = routesOfThePage();
    private RedisServerProcess server;
    private RedisClient redis;
    private CamelContext context;

    @BeforeEach
    void start() {
        server = RedisServerProcess.start();
        redis = server.redis().client();
        context = TestContexts.to(server.redis());
        context.getPropertiesComponent().addInitialProperty("alert", "mock:alert");
        context.getPropertiesComponent().addInitialProperty("copy", "mock:copy");
        context.getPropertiesComponent().addInitialProperty("member.idle.hours", "0");
        context.start();
    }

    @AfterEach
    void end() throws Exception {
        context.close();
        server.close();
    }

    @Test
    void showsEachRouteOfThePage() {
        assertThat(new TreeSet<>(routes.keySet()))
                .containsExactly(
                        "create-group",
                        "delete-old",
                        "purge",
                        "read-all",
                        "replay",
                        "rewind",
                        "watch-lag",
                        "watch-members",
                        "watch-pending");
    }

    @Test
    void tellsOfAGroupThatIsBehind() throws Exception {
        fill(1_200);
        group("storage-group");
        alerts("storage-group is 1200 behind, 0 pending");

        run("watch-lag", null);

        context.getEndpoint("mock:alert", MockEndpoint.class).assertIsSatisfied();
    }

    @Test
    void tellsOfEntriesThatLieAbout() throws Exception {
        fill(2);
        pending("alice", 2);
        redis.sendCommand(
                Command.XCLAIM, "orders", "storage-group", "alice", "0", "1-0", "IDLE", "660000", "RETRYCOUNT", "3");

        run("watch-pending", null);

        MockEndpoint alert = context.getEndpoint("mock:alert", MockEndpoint.class);
        assertThat(alert.getReceivedExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getMessage().getBody(String.class))
                        .matches("1-0 lies with alice since PT11M.*S, delivered 3 times"));
    }

    @Test
    void tellsOfMembers() throws Exception {
        fill(2);
        pending("alice", 2);

        run("watch-members", null);

        MockEndpoint alert = context.getEndpoint("mock:alert", MockEndpoint.class);
        assertThat(alert.getReceivedExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getMessage().getBody(String.class))
                        .matches("alice was last seen PT.*S ago, 2 pending"));
    }

    @Test
    void createsAGroupBeforehand() throws Exception {
        assertThat(run("create-group", null)).isEqualTo(true);

        assertThat(redis.xinfoGroups("orders")).hasSize(1);
    }

    @Test
    void rewindsAGroupToATime() throws Exception {
        fill(5);
        pending("alice", 5);

        RewoundGroup rewound = (RewoundGroup) run("rewind", "1970-01-01T00:00:00.003Z");

        assertThat(rewound.before()).hasToString("5-0");
        assertThat(deliver("bob", 10)).containsExactly("3-0", "4-0", "5-0");
    }

    @Test
    void deletesOldEntries() throws Exception {
        redis.xadd("liquidations:okx:A", new StreamEntryID(1, 0), Map.of("n", "old"));
        redis.xadd("liquidations:okx:A", StreamEntryID.NEW_ENTRY, Map.of("n", "new"));
        redis.xadd("market:okx:A", new StreamEntryID(1, 0), Map.of("n", "old"));

        TrimResult result = (TrimResult) run("delete-old", null);

        assertThat(result.streams()).containsExactly(new TrimmedStream("liquidations:okx:A", 1));
        assertThat(redis.xlen("market:okx:A")).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void replaysDeadLettersAfterADryRun() throws Exception {
        OperationSample.prepare(redis, "orders");

        List<Replay> told = (List<Replay>) run("replay", "true");
        assertThat(redis.xlen(DEAD_LETTERS)).isEqualTo(2);
        List<Replay> done = (List<Replay>) context.createProducerTemplate().requestBody("direct:replay", "false");

        assertThat(told).isEqualTo(done);
        assertThat(done)
                .extracting(Replay::outcome, replay -> String.valueOf(replay.entryId()))
                .containsExactly(tuple(Replay.Outcome.PUT_BACK, "4-0"), tuple(Replay.Outcome.ADDED, "0-7"));
        assertThat(redis.xlen(DEAD_LETTERS)).isZero();
    }

    @Test
    void purgesDeadLetters() throws Exception {
        OperationSample.prepare(redis, "orders");

        assertThat(run("purge", "1-0")).isEqualTo(1L);

        assertThat(redis.xlen(DEAD_LETTERS)).isEqualTo(1);
    }

    @Test
    void readsAWholeStream() throws Exception {
        fill(2_500);
        MockEndpoint copy = context.getEndpoint("mock:copy", MockEndpoint.class);
        copy.expectedMessageCount(2_500);

        run("read-all", null);

        copy.assertIsSatisfied();
    }

    private void alerts(String... bodies) {
        context.getEndpoint("mock:alert", MockEndpoint.class).expectedBodiesReceived((Object[]) bodies);
    }

    private void fill(int count) {
        String add = "for i = 1, ARGV[1] do redis.call('XADD', KEYS[1], i .. '-0', 'n', i) end";
        redis.eval(add, List.of("orders"), List.of(Integer.toString(count)));
    }

    private void group(String name) {
        redis.xgroupCreate("orders", name, new StreamEntryID(0, 0), false);
    }

    private void pending(String consumer, int count) {
        group("storage-group");
        assertThat(deliver(consumer, count)).hasSize(count);
    }

    private List<String> deliver(String consumer, int count) {
        return redis
                .xreadGroup(
                        "storage-group",
                        consumer,
                        XReadGroupParams.xReadGroupParams().count(count),
                        Map.of("orders", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))
                .get(0)
                .getValue()
                .stream()
                .map(entry -> entry.getID().toString())
                .toList();
    }

    /** Adds the route to the context, and has it run once. */
    private @Nullable Object run(String route, @Nullable Object body) throws Exception {
        String yaml = String.valueOf(routes.get(route)).replaceFirst("timer:([a-z-]+)\\S*", "direct:$1");
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(route + ".yaml", yaml));
        return context.createProducerTemplate().requestBody("direct:" + route, body);
    }

    private static Map<String, String> routesOfThePage() {
        try {
            Map<String, String> routes = new LinkedHashMap<>();
            List<MatchResult> found = ROUTE.matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                    .results()
                    .toList();
            found.forEach(route -> routes.put(route.group(2), route.group(1)));
            return routes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
