package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XClaimParams;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamPendingEntry;

/** Held lanes, when their consumer is suspended, stopped or loses its group, or another member takes over. */
class HeldLanesOverBreaksIT extends HeldLaneRoutes {

    @Test
    void goesOnOnceAnotherMemberHasTakenAnEntryOverAndFinishedIt(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&consumerName=me&onLaneFailure=hold&minIdle=1h&claimInterval=50ms";
        try (CamelContext context = running(redis, uri, number -> number == 0, 99)) {
            StreamEntryID failing = add(redis, keys.key("s"), 0, 5, 1).get(0);
            eventually.pendingIs(keys.key("s"), "g", 5);

            redis.client().xclaim(keys.key("s"), "g", "other", 0, new XClaimParams(), failing);
            Awaitility.await().during(Duration.ofMillis(300)).until(handled::isEmpty);
            redis.client().xack(keys.key("s"), "g", failing);

            eventually.passes(() -> assertThat(handled.get("k0")).containsExactly(1, 2, 3, 4));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void twoMembersNeverWaitForEachOther(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("s");
        String uri = stream + "?group=g&consumerName=me&onLaneFailure=hold&minIdle=1h&claimInterval=50ms";
        redis.client().xgroupCreate(stream, "g", new StreamEntryID(0), true);
        StreamEntryID theirs = add(redis, stream, 0, 1, 1).get(0);
        redis.client()
                .xreadGroup(
                        "g",
                        "other",
                        new XReadGroupParams(),
                        Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        try (CamelContext context = running(redis, uri, number -> number == 1, 99)) {
            StreamEntryID ours = add(redis, stream, 1, 1, 1).get(0);
            eventually.passes(() -> assertThat(ownedBy(redis, stream, "me")).containsExactly(ours));

            redis.client().xclaim(stream, "g", "other", 0, new XClaimParams().idle(7_200_000), theirs);
            eventually.passes(() -> assertThat(ownedBy(redis, stream, "me")).containsExactly(theirs, ours));
            redis.client().xclaim(stream, "g", "other", 0, new XClaimParams(), ours);

            eventually.passes(() -> assertThat(handled.get("k0")).containsExactly(0));
            assertThat(context.isStarted()).isTrue();
        }
    }

    private static List<StreamEntryID> ownedBy(RedisUnderTest redis, String stream, String consumer) {
        return redis.client().xpending(stream, "g", new XPendingParams("-", "+", 10).consumer(consumer)).stream()
                .map(StreamPendingEntry::getID)
                .toList();
    }

    @Test
    void leavesWhatIsHeldUpPendingAtTheStopForTheNextStart(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&consumerName=me&onLaneFailure=hold" + SOON;
        try (CamelContext context = running(redis, uri + "&maxProcessingTime=1h", number -> number == 0, 99)) {
            add(redis, keys.key("s"), 0, 5, 1);
            eventually.pendingIs(keys.key("s"), "g", 5);
            assertThat(context.isStarted()).isTrue();
        }
        assertThat(handled).isEmpty();
        assertThat(redis.client().xpending(keys.key("s"), "g").getTotal()).isEqualTo(5);

        try (CamelContext context = running(redis, uri, number -> number == 0, 3)) {
            add(redis, keys.key("s"), 5, 5, 1);
            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(10));
            assertThat(handled.get("k0")).as("what was pending comes first").containsExactlyElementsOf(upTo(10));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }

    @Test
    void keepsTheOrderOverASuspension(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold" + SOON;
        AtomicBoolean fails = new AtomicBoolean(true);
        try (CamelContext context = running(redis, uri, number -> number == 1 && fails.get(), 99)) {
            add(redis, keys.key("s"), 0, 5, 1);
            eventually.pendingIs(keys.key("s"), "g", 4);
            String route = context.getRoutes().get(0).getId();

            context.getRouteController().suspendRoute(route);
            add(redis, keys.key("s"), 5, 5, 1);
            fails.set(false);
            context.getRouteController().resumeRoute(route);

            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(10));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(10));
            eventually.pendingIs(keys.key("s"), "g", 0);
        }
    }

    @Test
    void keepsTheOrderThoughTheGroupIsLostMeanwhile(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String uri = keys.key("s") + "?group=g&onLaneFailure=hold&lanes=2" + SOON;
        AtomicBoolean fails = new AtomicBoolean(true);
        try (CamelContext context = running(redis, uri, number -> number == 1 && fails.get(), 99)) {
            add(redis, keys.key("s"), 0, 5, 1);
            eventually.pendingIs(keys.key("s"), "g", 4);

            redis.client().xgroupDestroy(keys.key("s"), "g");
            fails.set(false);

            eventually.passes(() -> assertThat(handledInAll()).isEqualTo(5));
            assertThat(handled.get("k0")).containsExactlyElementsOf(upTo(5));
            eventually.pendingIs(keys.key("s"), "g", 0);
            assertThat(context.isStarted()).isTrue();
        }
    }
}
