package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XTrimParams;

/**
 * Case 30, what is trimmed or deleted while unread. A server before Redis 7 cannot count it: there it is told, and what
 * is missing is written off.
 */
interface TrimmingCases extends ConformanceFixture {

    /** So few entries at a time that a slow route leaves the rest unread. */
    String FEW = "&batchSize=5&maxInFlight=5";

    String TOLD = "trimmed or deleted before group storage read them";

    @Test
    @Case(30)
    default void entriesTrimmedBehindASlowRouteBeforeTheyAreReadAreCountedAndToldOnce() throws Exception {
        EntryRecorder storage = group(GROUP);
        LogWatch log = closedAfterwards(new LogWatch());
        CountDownLatch goOn = fiveOfAHundredInWork(storage);

        trimTo(20);
        longerThanAPause(storage);
        goOn.countDown();

        endsWithTrimmed(storage, 75);
        assertThat(log.warnings()).hasSize(1).allMatch(line -> line.contains(TOLD));
    }

    @Test
    @Case(30)
    default void aStreamTrimmedWhollyBeforeItIsReadIsCountedAndReadOn() throws Exception {
        EntryRecorder storage = group(GROUP);
        LogWatch log = closedAfterwards(new LogWatch());
        CountDownLatch goOn = fiveOfAHundredInWork(storage);

        trimTo(0);
        longerThanAPause(storage);
        goOn.countDown();
        eventually().passes(() -> assertThat(log.warnings()).hasSize(1).allMatch(line -> line.contains(TOLD)));
        publish("orders", 20);

        endsWithTrimmed(storage, 95);
        assertThat(log.warnings()).hasSize(1);
    }

    @Test
    @Case(30)
    default void singleEntriesDeletedBeforeTheyAreReadAreCounted() throws Exception {
        assumeThat(canCount()).isTrue();
        EntryRecorder storage = group(GROUP);
        CountDownLatch goOn = fiveOfAHundredInWork(storage);

        List<StreamEntryID> unread = redis().client().xrange("orders", "-", "+").stream()
                .map(entry -> entry.getID())
                .toList();
        redis().client().xdel("orders", unread.get(40), unread.get(70), unread.get(99));
        goOn.countDown();

        endsWithTrimmed(storage, 3);
    }

    @Test
    @Case(30)
    default void entriesTrimmedBeforeAnyMemberCameAreCounted() throws Exception {
        assumeThat(canCount()).isTrue();
        EntryRecorder storage = group(GROUP);
        redis().client().xgroupCreate("orders", GROUP, new StreamEntryID(0, 0), true);
        publish("orders", 100);

        trimTo(80);
        member(routes -> routes.from(from("orders")).process(storage.handled()));

        endsWithTrimmed(storage, 20);
    }

    @Test
    @Case(30)
    default void membersOutrunByPublishersThatTrimCountEachGapOnce() throws Exception {
        EntryRecorder storage = group(GROUP);
        for (String name : List.of("alice", "bob", "carol")) {
            member(routes -> routes.from(from("orders") + FEW + "&consumerName=" + name)
                    .delay(1)
                    .process(storage.handled()));
        }
        SharingCases.Threads threads = closedAfterwards(new SharingCases.Threads(2));
        List<Future<?>> publishers = new ArrayList<>();
        for (int publisher = 0; publisher < 2; publisher++) {
            publishers.add(threads.executor().submit(() -> publishTrimming(2_000)));
        }
        for (Future<?> publisher : publishers) {
            publisher.get(60, TimeUnit.SECONDS);
        }

        if (!canCount()) {
            books().writeOffWhatIsMissing(storage);
        }
        books().allHandledOnce(storage);
        assertThat(storage.handledCount()).as("handled, as others were trimmed").isBetween(1, 3_999);
    }

    /** A member whose route lets nothing through until it is told to, with 95 of 100 entries still to be read. */
    private CountDownLatch fiveOfAHundredInWork(EntryRecorder storage) throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        publish("orders", 100);
        member(routes -> routes.from(from("orders") + FEW)
                .process(exchange -> goOn.await(30, TimeUnit.SECONDS))
                .process(storage.handled()));
        eventually().pendingIs("orders", GROUP, 5);
        return goOn;
    }

    /** A server that cannot count is looked at closely only where reading has paused. */
    private static void longerThanAPause(EntryRecorder storage) {
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> storage.handledCount() == 0);
    }

    private void endsWithTrimmed(EntryRecorder storage, int trimmed) {
        if (!canCount()) {
            assertThat(books().writeOffWhatIsMissing(storage)).isEqualTo(trimmed);
        }
        books().allHandledOnce(storage);
        assertThat(storage.countedTrimmed()).isEqualTo(canCount() ? trimmed : 0);
    }

    private void trimTo(long length) {
        redis().client().xtrim("orders", XTrimParams.xTrimParams().maxLen(length));
    }

    private void publishTrimming(int count) {
        for (int n = 0; n < count; n++) {
            StreamEntryID id = redis().client()
                    .xadd(
                            "orders",
                            Map.of("n", Integer.toString(n)),
                            XAddParams.xAddParams().maxLen(40));
            books().published("orders", id);
        }
    }

    /** Whether the server knows how many entries a stream ever had. */
    private boolean canCount() {
        return !redis().client().info("server").contains("redis_version:6.");
    }
}
