package io.gort.camel.streams;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The stream key and entry id that this component put into the headers. Consumers and producers tell by them where an
 * entry stands; the same headers tell a producer where an entry is to go. A producer that follows would take a
 * statement for an instruction, so the exchange remembers which values are statements.
 */
final class OwnHeaders {

    private static final String PROPERTY = "CamelGortStreamsOwnHeaders";

    private record Values(Object streamKey, Object entryId) {}

    private OwnHeaders() {}

    static void put(Exchange exchange, Message message, Object streamKey, Object entryId) {
        message.setHeader(GortStreamsConstants.STREAM_KEY, streamKey);
        message.setHeader(GortStreamsConstants.ENTRY_ID, entryId);
        exchange.setProperty(PROPERTY, new Values(streamKey, entryId));
    }

    /** The stream key that somebody else has put into the header; null if there is none. */
    static @Nullable String streamKeyInstruction(Exchange exchange) {
        return instruction(exchange, GortStreamsConstants.STREAM_KEY);
    }

    /** The entry id that somebody else has put into the header; null if there is none. */
    static @Nullable String entryIdInstruction(Exchange exchange) {
        return instruction(exchange, GortStreamsConstants.ENTRY_ID);
    }

    private static @Nullable String instruction(Exchange exchange, String header) {
        Object value = exchange.getMessage().getHeader(header);
        Values own = exchange.getProperty(PROPERTY, Values.class);
        boolean ownValue = own != null && (Objects.equals(value, own.streamKey) || Objects.equals(value, own.entryId));
        return value == null || ownValue ? null : value.toString();
    }
}
