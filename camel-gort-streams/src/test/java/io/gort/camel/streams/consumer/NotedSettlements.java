package io.gort.camel.streams.consumer;

import java.util.List;

/** Notes how deliveries ended. */
record NotedSettlements(List<String> settled) implements Settlements {

    @Override
    public void acknowledge(Delivery delivery) {
        settled.add("acknowledge " + delivery);
    }

    @Override
    public void fail(Delivery delivery, Throwable cause) {
        settled.add("fail " + delivery + " " + cause.getMessage());
    }

    @Override
    public void failWithOthers(Delivery delivery) {
        settled.add("failWithOthers " + delivery);
    }

    @Override
    public void leavePending(Delivery delivery) {
        settled.add("leavePending " + delivery);
    }

    @Override
    public void abandon(Delivery delivery) {
        settled.add("abandon " + delivery);
    }

    @Override
    public void giveUp(Delivery delivery) {
        settled.add("giveUp " + delivery);
    }
}
