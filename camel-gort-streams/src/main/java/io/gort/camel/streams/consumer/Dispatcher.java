package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what was read into work: all of it at once, so that what waits for its turn is kept alive as well; then one
 * after the other to the {@link Batches}. The reader's thread only.
 */
final class Dispatcher implements PendingEntryTaker.Dispatch {

    private final ConsumerSettings settings;
    private final OutcomeRules rules;
    private final EntryLedger ledger;
    private final Capacity capacity;
    private final Settlements settlements;
    private final ConsumerCounters counters;
    private final Batches batches;
    private final Clock clock;
    private final Gate gate;

    Dispatcher(
            ConsumerSettings settings,
            EntryLedger ledger,
            Capacity capacity,
            Settlements settlements,
            ConsumerCounters counters,
            Batches batches,
            Clock clock,
            Gate gate) {
        this.settings = settings;
        this.rules = new OutcomeRules(settings.maxDeliveries());
        this.ledger = ledger;
        this.capacity = capacity;
        this.settlements = settlements;
        this.counters = counters;
        this.batches = batches;
        this.clock = clock;
        this.gate = gate;
    }

    /** Hands on what need not, or must not, wait any longer. */
    void handOnWhatIsDue() throws InterruptedException {
        batches.handOnWhatIsDue();
    }

    /** As {@link Capacity#awaitRoom}; hands on before what is due, and waits no longer than until something is. */
    int awaitRoom(Duration longest) throws InterruptedException {
        batches.handOnWhatIsDue();
        return capacity.awaitRoom(batches.until(longest));
    }

    /** How long it is until something is due to be handed on, but no longer than the time given. */
    Duration until(Duration longest) {
        return batches.until(longest);
    }

    /** The consumer is suspended or stops: nothing that was read is kept waiting. */
    void windUp() throws InterruptedException {
        batches.windUp();
    }

    /** As {@link #all}, for one entry. */
    boolean entry(StreamEntry entry, long deliveryCount) throws InterruptedException {
        return all(List.of(new Claimed(entry, deliveryCount)));
    }

    @Override
    public boolean all(List<Claimed> arrived) throws InterruptedException {
        if (!gate.isOpen()) {
            ledger.leavesAlone();
            return false;
        }
        List<Delivery> admitted = admit(arrived);
        for (int i = 0; i < admitted.size(); i++) {
            if (!gate.isOpen()) {
                admitted.subList(i, admitted.size()).forEach(Delivery::abandon);
                return false;
            }
            begin(admitted.get(i));
        }
        return true;
    }

    /** The deliveries of those that are not in work already. */
    private List<Delivery> admit(List<Claimed> arrived) {
        List<Delivery> admitted = new ArrayList<>(arrived.size());
        Instant now = clock.instant();
        for (Claimed one : arrived) {
            StreamEntry entry = one.entry();
            if (ledger.of(entry.streamKey()).begin(entry.id(), now)) {
                capacity.take();
                admitted.add(new Delivery(entry, one.deliveryCount(), settlements));
            }
        }
        return admitted;
    }

    /** An entry that was added again concerns only the group that had given it up. */
    private boolean isForAnotherGroup(StreamEntry entry) {
        GroupMember member = settings.member();
        String group = entry.fields().get(DeadLetterFields.REPLAY_GROUP);
        return member != null && group != null && !group.equals(member.group());
    }

    private void begin(Delivery delivery) throws InterruptedException {
        if (settings.isMarker().test(delivery.entry())) {
            counters.markers.increment();
            delivery.acknowledge();
        } else if (isForAnotherGroup(delivery.entry())) {
            counters.replaysElsewhere.increment();
            delivery.acknowledge();
        } else if (rules.isOverLimit(delivery.deliveryCount())) {
            delivery.giveUp();
        } else {
            batches.add(delivery);
        }
    }
}
