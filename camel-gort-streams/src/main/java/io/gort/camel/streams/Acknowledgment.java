package io.gort.camel.streams;

/**
 * The handle by which a route tells the fate of its entry with {@code ackMode=MANUAL}. The first call counts, later
 * ones do nothing; each may come from any thread, also after the exchange has ended. An entry whose handle nobody uses
 * is left pending after {@code maxProcessingTime}, and then run again.
 */
public interface Acknowledgment {

    /** The entry is done. */
    void acknowledge();

    /** The entry stays pending, to be claimed by any member once it has been idle for {@code minIdle}. */
    void leavePending();
}
