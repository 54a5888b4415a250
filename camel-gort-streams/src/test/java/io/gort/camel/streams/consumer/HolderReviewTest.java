package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.id;
import static io.gort.camel.streams.consumer.Samples.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.consumer.HolderReview.Step;
import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.NoSuchGroupException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderReviewTest {

    private static final Duration MIN_IDLE = Duration.ofMinutes(1);

    private final FakeStreamClient client = new FakeStreamClient();
    private final HandClock clock = new HandClock();
    private final List<StreamEntry> holders = new ArrayList<>();
    private final List<StreamEntry> released = new ArrayList<>();
    private final List<Claimed> taken = new ArrayList<>();
    private final List<StreamEntry> heldUp = new ArrayList<>();
    private boolean othersMayWait;
    private final EntryLedger ledger = new EntryLedger();
    private final ConsumerSettings settings = Samples.settings(0);
    private final HolderReview review = new HolderReview(
            new Holds() {
                @Override
                public List<StreamEntry> holders() {
                    return holders;
                }

                @Override
                public List<StreamEntry> heldUp() {
                    return heldUp;
                }

                @Override
                public void release(StreamEntry holder) {
                    released.add(holder);
                }

                @Override
                public boolean othersMayWaitBehind(StreamEntry holder) {
                    return othersMayWait;
                }
            },
            settings,
            client,
            new PendingEntryTaker(Samples.MEMBER, MIN_IDLE, client, ledger, new ConsumerCounters(), taken::addAll),
            ledger,
            clock);

    @ParameterizedTest
    @CsvSource({"me, PT1M, TAKE_AGAIN", "other, PT1M, TAKE_AGAIN", "me, PT59S, WAIT", "other, PT0S, WAIT"})
    void takesWhatHasLainForLongEnoughWhoeverHasIt(String consumer, Duration idle, Step expected) {
        assertThat(HolderReview.stepFor(pending(1, consumer, idle, 1), true, false, MIN_IDLE))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, RELEASE", "PT59S, RELEASE", "PT1M, TAKE_AGAIN"})
    void doesNotWaitForAMemberThatMayWaitForThisOne(Duration idle, Step expected) {
        assertThat(HolderReview.stepFor(pending(1, "other", idle, 2), true, true, MIN_IDLE))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"me, true, 0", "other, false, 0", "other, true, 1"})
    void releasesWhatAnotherMemberHasOnlyIfThatOneMayWaitInTurn(String consumer, boolean mayWait, int expected)
            throws InterruptedException {
        holders.add(entry(2));
        othersMayWait = mayWait;
        client.pending.put(id(2), pending(2, consumer, Duration.ZERO, 2));

        review.reviewIfDue();

        assertThat(released).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, RELEASE", "false, WAIT"})
    void releasesWhatIsPendingForNobodyUnlessItIsYetToBeDeliveredAgain(boolean delivered, Step expected) {
        assertThat(HolderReview.stepFor(null, delivered, false, MIN_IDLE)).isEqualTo(expected);
    }

    @Test
    void waitsForAGroupThatWasMadeAnewToDeliverTheEntryAgain() throws InterruptedException {
        holders.add(entry(5));
        client.groupInfos.add(new GroupInfo("other", 0, 0, id(9), null));
        client.groupInfos.add(new GroupInfo("g", 1, 0, id(4), null));

        review.reviewIfDue();

        assertThat(released).isEmpty();
    }

    @Test
    void takesTheTimeOfWaitingForNoTimeInWork() throws InterruptedException {
        ledger.of("s").begin(id(2), clock.instant());
        heldUp.add(entry(2));
        clock.advance(Duration.ofHours(1));
        Instant later = clock.instant();

        review.reviewIfDue();

        assertThat(ledger.of("s").inWorkBefore(later)).isEmpty();
        assertThat(ledger.of("s").inWorkSince(later)).containsExactly(id(2));
    }

    @Test
    void takesAgainTheVeryEntry() throws InterruptedException {
        holders.add(entry(2));
        client.pending.put(id(1), pending(1, "me", MIN_IDLE, 1));
        client.pending.put(id(2), pending(2, "me", MIN_IDLE, 1));
        client.pending.put(id(3), pending(3, "me", MIN_IDLE, 1));

        review.reviewIfDue();

        assertThat(taken).extracting(claimed -> claimed.entry().id()).containsExactly(id(2));
        assertThat(released).isEmpty();
    }

    @Test
    void looksAtIntervals() throws InterruptedException {
        Duration longest = Duration.ofHours(1);
        assertThat(review.until(longest)).as("nothing is held up").isEqualTo(longest);
        holders.add(entry(1));
        client.pending.put(id(1), pending(1, "me", Duration.ZERO, 1));
        review.reviewIfDue();
        assertThat(review.until(longest)).isEqualTo(settings.claimInterval());

        client.pending.clear();
        review.reviewIfDue();
        assertThat(released).isEmpty();
        clock.advance(settings.claimInterval());
        review.reviewIfDue();

        assertThat(released).containsExactly(entry(1));
    }

    @Test
    void releasesWhatIsOnAStreamThatIsGone() throws InterruptedException {
        holders.add(entry(1));
        client.failures.put("s", new NoSuchGroupException("NOGROUP", null));
        client.infoOfFailing = true;

        review.reviewIfDue();

        assertThat(released).containsExactly(entry(1));
    }

    @Test
    void waitsForALostGroupToBeMadeAnew() throws InterruptedException {
        holders.add(entry(1));
        client.infos.put("s", Samples.streamUpTo(9));
        client.failures.put("s", new NoSuchGroupException("NOGROUP", null));
        client.infoOfFailing = true;

        review.reviewIfDue();

        assertThat(released).isEmpty();
    }
}
