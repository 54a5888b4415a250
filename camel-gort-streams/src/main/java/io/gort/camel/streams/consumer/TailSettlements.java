package io.gort.camel.streams.consumer;

/** Settles where there is no group: nothing is pending, so an entry that failed is only counted. */
record TailSettlements(EntryLedger ledger, Capacity capacity, ConsumerCounters counters) implements Settlements {

    @Override
    public void acknowledge(Delivery delivery) {
        done(delivery);
    }

    @Override
    public void fail(Delivery delivery, Throwable cause) {
        counters.failed.increment();
        done(delivery);
    }

    @Override
    public void failWithOthers(Delivery delivery) {
        counters.failed.increment();
        done(delivery);
    }

    @Override
    public void leavePending(Delivery delivery) {
        done(delivery);
    }

    @Override
    public void abandon(Delivery delivery) {
        done(delivery);
    }

    @Override
    public void giveUp(Delivery delivery) {
        done(delivery);
    }

    private void done(Delivery delivery) {
        ledger.of(delivery.entry().streamKey()).forget(delivery.entry().id());
        capacity.giveBack();
    }
}
