package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.Acknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The members of two groups: two contexts with a route of each group, and a process of its own with one more of the
 * group without an order.
 */
final class SoakMembers implements AutoCloseable {

    /** Without an order, acknowledged by hand from another thread. */
    static final String UNORDERED = "storage";

    /** In lanes that wait for what has failed. */
    static final String HELD = "heatmap";

    static final List<String> GROUPS = List.of(UNORDERED, HELD);

    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final String PROCESS = "soaked";
    private static final long WORK_MILLIS = 2;

    private final RedisUnderTest redis;
    private final String streams;
    private final SoakNotes notes;
    private final List<CamelContext> contexts = new ArrayList<>();
    private MemberProcess process;

    /** Starts them all. */
    SoakMembers(RedisUnderTest redis, List<String> streams, SoakNotes notes) throws Exception {
        this.redis = redis;
        this.streams = String.join(",", streams);
        this.notes = notes;
        for (String name : List.of("first", "second")) {
            CamelContext context = ConformanceSuite.contextFor(redis);
            contexts.add(context);
            context.addRoutes(routes(name));
            context.start();
        }
        process = startProcess();
        awaitFirstEntryOfProcess(0);
    }

    private RouteBuilder routes(String name) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(UNORDERED, "&lanes=0&ackMode=MANUAL&consumerName=" + name))
                        .routeId(UNORDERED)
                        .process(FailingEntries::failAsTold)
                        .threads(2)
                        .delay(WORK_MILLIS)
                        .process(notes.handledBy(UNORDERED))
                        .process(SoakMembers::acknowledge);
                from(uri(HELD, "&lanes=4&laneBy=field:key&onLaneFailure=HOLD&consumerName=" + name))
                        .routeId(HELD)
                        .process(FailingEntries::failAsTold)
                        .delay(WORK_MILLIS)
                        .process(notes.handledBy(HELD));
            }
        };
    }

    private String uri(String group, String more) {
        return "gort-streams:" + streams + "?group=" + group + "&groupStart=0&maxDeliveries=5"
                + "&minIdle=1s&claimInterval=250ms&blockTimeout=1s"
                + "&host=" + redis.host() + "&port=" + redis.port() // a restarted context forgets its components
                + more;
    }

    private static void acknowledge(Exchange exchange) {
        exchange.getMessage()
                .getHeader(GortStreamsConstants.ACKNOWLEDGMENT, Acknowledgment.class)
                .acknowledge();
    }

    /** The contexts in this process; each has a route of each group, called like the group. */
    List<CamelContext> contexts() {
        return List.copyOf(contexts);
    }

    /** The member in a process of its own, at present. */
    MemberProcess process() {
        return process;
    }

    /** Kills the process and starts another of the same name; returns once that one has begun to work. */
    void killProcess() {
        process.kill();
        long before = process.begunCount();
        process = startProcess();
        awaitFirstEntryOfProcess(before);
    }

    private MemberProcess startProcess() {
        return MemberProcess.start(notes.redis(), PROCESS, uri(UNORDERED, "&lanes=0"), WORK_MILLIS);
    }

    private void awaitFirstEntryOfProcess(long before) {
        notes.redis()
                .eventually()
                .within(STARTING)
                .passes(() -> assertThat(process.begunCount()).isGreaterThan(before));
    }

    /** Names of all entries that the group has handled well, once for each time. */
    List<String> handled(String group) {
        List<String> handled = new ArrayList<>(notes.handled(group));
        if (group.equals(UNORDERED)) {
            handled.addAll(process.handled());
        }
        return handled;
    }

    /** Ends them all in good order. */
    void end() throws Exception {
        process.end();
        for (CamelContext context : contexts) {
            context.close();
        }
    }

    @Override
    public void close() throws Exception {
        process.close();
        for (CamelContext context : contexts) {
            context.close();
        }
    }
}
