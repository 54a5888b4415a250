package io.gort.camel.streams;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/**
 * Nobody knows whether the entry is on its stream: it was sent, and no answer came. The cause tells why it was not
 * tried again, or how the last try ended. An exchange that fails in any other way has added nothing.
 */
public class EntryOutcomeUnknownException extends RuntimeExchangeException {

    EntryOutcomeUnknownException(String streamKey, Exchange exchange, RuntimeException cause) {
        super("It is unknown whether the entry is on stream " + streamKey + ": " + cause.getMessage(), exchange, cause);
    }
}
