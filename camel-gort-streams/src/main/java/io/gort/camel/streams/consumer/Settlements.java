package io.gort.camel.streams.consumer;

/** Is told how each delivery ended, once. Safe from any thread. */
interface Settlements {

    /** The entry is done. */
    void acknowledge(Delivery delivery);

    /** Handling it failed. */
    void fail(Delivery delivery, Throwable cause);

    /** Handling it together with others failed, for which any of them may be the cause. */
    void failWithOthers(Delivery delivery);

    /** It stays pending. */
    void leavePending(Delivery delivery);

    /** It was not begun, and stays pending for whoever owns it. */
    void abandon(Delivery delivery);

    /** It is given up without having been handled. */
    void giveUp(Delivery delivery);
}
