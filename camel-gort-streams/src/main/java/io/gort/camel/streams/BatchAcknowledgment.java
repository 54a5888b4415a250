package io.gort.camel.streams;

import io.gort.camel.streams.entry.StreamEntry;

/**
 * The handle by which a route tells the fate of single entries of a batch, in every {@code ackMode}. What it does not
 * tell follows the exchange: with {@code ackMode=AUTO} the rest is acknowledged if the exchange completes well, and all
 * of the rest is tried again if it fails. Of each entry the first word counts, later ones do nothing; each may come
 * from any thread, also after the exchange has ended. The methods without an entry are about all entries of which
 * nothing was told before.
 */
public interface BatchAcknowledgment extends Acknowledgment {

    /**
     * The entry is done.
     *
     * @throws IllegalArgumentException if it is not of this batch
     */
    void acknowledge(StreamEntry entry);

    /**
     * The entry stays pending, to be claimed by any member once it has been idle for {@code minIdle}.
     *
     * @throws IllegalArgumentException if it is not of this batch
     */
    void leavePending(StreamEntry entry);

    /**
     * Handling the entry failed: it is tried again, or, as its {@code maxDeliveries} are used up or the cause is an
     * {@link io.gort.camel.streams.entry.InvalidEntryException}, moved to the dead-letter stream.
     *
     * @throws IllegalArgumentException if it is not of this batch
     */
    void fail(StreamEntry entry, Throwable cause);
}
