package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases 20, 24 and 25: members in processes of their own, which are frozen, killed and restarted. */
interface ProcessCases extends ConformanceFixture {

    Duration STARTING = Duration.ofSeconds(30);

    @Test
    @Case(20)
    default void aMemberFrozenForLongerThanMinIdleLosesNothing() throws Exception {
        EntryRecorder storage = group(GROUP);
        MemberProcess frozen = process(storage, "frozen", 300);
        List<String> first = publish("orders", 20);
        eventually().within(STARTING).passes(() -> assertThat(frozen.handled()).isNotEmpty());

        frozen.freeze();
        int begun = frozen.begun().size();
        member(routes -> routes.from(from("orders") + "&consumerName=other").process(storage.handled()));
        eventually()
                .within(STARTING)
                .passes(() -> assertThat(storage.handledCount()).isEqualTo(20));
        frozen.thaw();

        publish("orders", 20);
        books().allHandled(storage);
        frozen.end();
        books().allHandled(storage);
        assertThat(books().balanced(storage).duplicates())
                .as("what the frozen member was at work on, and what it had not yet acknowledged")
                .isLessThanOrEqualTo(2);
        assertThat(frozen.begun())
                .as("begun by the frozen member, which held more that the other took over")
                .filteredOn(first::contains)
                .hasSizeLessThanOrEqualTo(begun + 1);
    }

    @Test
    @Case(24)
    default void theEntriesOfAMemberThatIsKilledMidBatchAreHandledByAnother() throws Exception {
        EntryRecorder storage = group(GROUP);
        MemberProcess killed = process(storage, "killed", 100);
        publish("orders", 200);
        eventually().within(STARTING).passes(() -> assertThat(killed.handled()).hasSizeGreaterThan(3));

        killed.kill();
        assertThat(redis().client().xpending("orders", GROUP).getTotal())
                .as("what it held")
                .isPositive();
        member(routes -> routes.from(from("orders") + "&consumerName=other").process(storage.handled()));

        books().allHandled(storage);
        assertThat(books().balanced(storage).duplicates())
                .as("handled, but not yet acknowledged when it was killed")
                .isLessThanOrEqualTo(2);
    }

    @Test
    @Case(24)
    default void underAnIdempotentConsumerNothingThatAKilledMemberHadBegunIsTakenForDone() throws Exception {
        EntryRecorder storage = group(GROUP);
        MemberProcess killed = once(storage, "killed", 1_000);
        publish("orders", 100);
        eventually().within(STARTING).passes(() -> assertThat(killed.begun()).hasSize(2));

        killed.kill();
        publish("orders", 100); // the same once more, under other ids
        MemberProcess other = once(storage, "other", 10);

        books().allHandled(storage);
        List<String> done = new ArrayList<>(killed.done());
        done.addAll(other.done());
        assertThat(done)
                .containsAll(IntStream.range(0, 100).mapToObj(Integer::toString).toList());
        assertThat(done)
                .as("done again: at most what was done, but not yet noted when the member was killed")
                .hasSizeLessThanOrEqualTo(101);
        assertThat(killed.done()).hasSize(1);
    }

    @Test
    @Case(25)
    default void membersThatAreRestartedCleanlyUnderLoadHandleEachEntryOnce() throws Exception {
        EntryRecorder storage = group(GROUP);
        MemberProcess first = process(storage, "first", 5);
        publish("orders", 300);
        eventually().within(STARTING).passes(() -> assertThat(first.handled()).hasSizeGreaterThan(10));

        MemberProcess second = process(storage, "second", 5);
        first.end();
        publish("orders", 300);
        eventually().within(STARTING).passes(() -> assertThat(second.handled()).hasSizeGreaterThan(10));
        MemberProcess again = MemberProcess.start(redis(), "first", from("orders"), 5);
        closedAfterwards(again);
        second.end();
        publish("orders", 300);

        books().allHandledOnce(storage);
        again.end();
        books().allHandledOnce(storage);
    }

    @Test
    @Case(25)
    default void membersThatAreKilledAndRestartedUnderLoadLoseNothing() throws Exception {
        EntryRecorder storage = group(GROUP);
        MemberProcess first = process(storage, "first", 5);
        publish("orders", 300);
        eventually().within(STARTING).passes(() -> assertThat(first.handled()).hasSizeGreaterThan(10));

        first.kill();
        publish("orders", 300);
        MemberProcess again = MemberProcess.start(redis(), "first", from("orders"), 5);
        closedAfterwards(again);

        books().allHandled(storage);
        assertThat(books().balanced(storage).duplicates())
                .as("handled, but not yet acknowledged when it was killed")
                .isLessThanOrEqualTo(10);
    }

    private MemberProcess process(EntryRecorder recorder, String name, long workMillis) {
        MemberProcess member = closedAfterwards(MemberProcess.start(redis(), name, from("orders"), workMillis));
        recorder.handledElsewhere(member::handled);
        return member;
    }

    private MemberProcess once(EntryRecorder recorder, String name, long workMillis) {
        MemberProcess member =
                closedAfterwards(MemberProcess.startOnce(redis(), name, from("orders"), workMillis, "handled:orders:"));
        recorder.handledElsewhere(member::handled);
        return member;
    }
}
