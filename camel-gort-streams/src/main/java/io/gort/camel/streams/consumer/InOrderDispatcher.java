package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.ClaimedEntries.Claimed;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Hands entries on one at a time, in the order in which they come: the next one goes when the one before it has been
 * routed, however the route goes on. The reader's thread only.
 */
final class InOrderDispatcher implements PendingEntryTaker.Dispatch {

    private final ConsumerSettings settings;
    private final OutcomeRules rules;
    private final EntryLedger ledger;
    private final Capacity capacity;
    private final Settlements settlements;
    private final ConsumerCounters counters;
    private final DeliveryHandler handler;
    private final Clock clock;
    private final Gate gate;

    InOrderDispatcher(
            ConsumerSettings settings,
            EntryLedger ledger,
            Capacity capacity,
            Settlements settlements,
            ConsumerCounters counters,
            DeliveryHandler handler,
            Clock clock,
            Gate gate) {
        this.settings = settings;
        this.rules = new OutcomeRules(settings.maxDeliveries());
        this.ledger = ledger;
        this.capacity = capacity;
        this.settlements = settlements;
        this.counters = counters;
        this.handler = handler;
        this.clock = clock;
        this.gate = gate;
    }

    /** Handles the entry, unless it is in work already. */
    @Override
    public boolean entry(StreamEntry entry, long deliveryCount) throws InterruptedException {
        if (!gate.isOpen()) {
            return false;
        }
        if (!ledger.of(entry.streamKey()).begin(entry.id(), clock.instant())) {
            return true;
        }
        capacity.take();
        Delivery delivery = new Delivery(entry, deliveryCount, settlements);
        if (settings.isMarker().test(entry)) {
            counters.markers.increment();
            delivery.acknowledge();
        } else if (rules.isOverLimit(deliveryCount)) {
            delivery.giveUp();
        } else {
            counters.delivered.increment();
            route(delivery);
        }
        return true;
    }

    /** As {@link #entry}; entries that wait for their turn are kept from others like those in work. */
    @Override
    public void entries(List<Claimed> entries) throws InterruptedException {
        Instant now = clock.instant();
        entries.forEach(
                one -> ledger.of(one.entry().streamKey()).waits(one.entry().id(), now));
        try {
            PendingEntryTaker.Dispatch.super.entries(entries);
        } finally {
            entries.forEach(one ->
                    ledger.of(one.entry().streamKey()).waitsNoMore(one.entry().id()));
        }
    }

    private void route(Delivery delivery) throws InterruptedException {
        CountDownLatch routed = new CountDownLatch(1);
        boolean now;
        try {
            now = handler.handle(delivery, routed::countDown);
        } catch (RuntimeException | Error e) {
            delivery.fail(e);
            return;
        }
        if (!now) {
            routed.await();
        }
    }
}
