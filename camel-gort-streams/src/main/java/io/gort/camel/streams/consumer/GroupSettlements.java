package io.gort.camel.streams.consumer;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts on the outcome of each delivery in a group: the one place where an entry leaves this member's hands. */
final class GroupSettlements implements Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(GroupSettlements.class);

    private final OutcomeRules rules;
    private final EntryLedger ledger;
    private final Capacity capacity;
    private final Acknowledger acknowledger;
    private final DeadLetterer deadLetterer;
    private final FailedEntryKeeper failedEntries;
    private final ConsumerCounters counters;
    private final Executor keeper;

    /**
     * Puts the roles together that an outcome may need.
     *
     * @param keeper runs what waits for the server, so that no thread of a route does
     */
    GroupSettlements(
            OutcomeRules rules,
            EntryLedger ledger,
            Capacity capacity,
            Acknowledger acknowledger,
            DeadLetterer deadLetterer,
            FailedEntryKeeper failedEntries,
            ConsumerCounters counters,
            Executor keeper) {
        this.rules = rules;
        this.ledger = ledger;
        this.capacity = capacity;
        this.acknowledger = acknowledger;
        this.deadLetterer = deadLetterer;
        this.failedEntries = failedEntries;
        this.counters = counters;
        this.keeper = keeper;
    }

    @Override
    public void acknowledge(Delivery delivery) {
        act(Outcome.ACKNOWLEDGE, delivery, null);
    }

    @Override
    public void fail(Delivery delivery, Throwable cause) {
        counters.failed.increment();
        act(rules.afterFailure(cause, delivery.deliveryCount()), delivery, cause);
    }

    @Override
    public void failWithOthers(Delivery delivery) {
        counters.failed.increment();
        act(Outcome.LEAVE_PENDING, delivery, null);
    }

    @Override
    public void leavePending(Delivery delivery) {
        act(Outcome.LEAVE_PENDING, delivery, null);
    }

    @Override
    public void abandon(Delivery delivery) {
        ledgerOf(delivery).forget(delivery.entry().id());
        ledger.leavesAlone();
        capacity.giveBack();
        delivery.ended(Ending.NOT_BEGUN);
    }

    @Override
    public void giveUp(Delivery delivery) {
        act(Outcome.DEAD_LETTER, delivery, null);
    }

    private void act(Outcome outcome, Delivery delivery, @Nullable Throwable cause) {
        switch (outcome) {
            case ACKNOWLEDGE -> {
                acknowledger.add(delivery.entry().streamKey(), delivery.entry().id());
                capacity.giveBack();
                delivery.ended(Ending.SETTLED);
            }
            case LEAVE_PENDING -> {
                Instant ownedAt = ledgerOf(delivery).failed(delivery.entry().id());
                capacity.giveBack();
                secure(delivery, ownedAt);
                delivery.ended(Ending.COMES_AGAIN);
            }
            case DEAD_LETTER -> {
                try {
                    keeper.execute(() -> deadLetter(delivery, cause));
                } catch (RejectedExecutionException stopping) {
                    act(Outcome.LEAVE_PENDING, delivery, cause);
                }
            }
        }
    }

    private void secure(Delivery delivery, @Nullable Instant ownedAt) {
        if (ownedAt == null) {
            return;
        }
        try {
            keeper.execute(() -> failedEntries.secure(delivery, ownedAt));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Not looking after {}: the consumer has stopped", delivery);
        }
    }

    private void deadLetter(Delivery delivery, @Nullable Throwable cause) {
        boolean moved = false;
        try {
            moved = deadLetterer.move(delivery.entry(), delivery.deliveryCount(), cause);
        } finally {
            if (moved) {
                ledgerOf(delivery).forget(delivery.entry().id());
            } else {
                ledgerOf(delivery).failed(delivery.entry().id());
            }
            capacity.giveBack();
            delivery.ended(moved ? Ending.SETTLED : Ending.COMES_AGAIN);
        }
    }

    private StreamLedger ledgerOf(Delivery delivery) {
        return ledger.of(delivery.entry().streamKey());
    }
}
