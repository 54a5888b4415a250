package io.gort.camel.streams;

import io.gort.camel.streams.entry.GroupMember;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The stream key, entry id and group member that this component put into the headers. Consumers and producers tell by
 * them where an entry stands; the same headers tell a producer where an entry is to go. A producer that follows would
 * take a statement for an instruction, so the exchange remembers which objects are statements. An equal value that
 * somebody else has put there is an instruction: to send an entry back to where it came from.
 */
final class OwnHeaders {

    private static final String PROPERTY = "CamelGortStreamsOwnHeaders";
    private static final String MEMBER_PROPERTY = "CamelGortStreamsOwnMember";

    private record Values(Object streamKey, Object entryId) {}

    private OwnHeaders() {}

    static void put(Exchange exchange, Message message, String streamKey, String entryId) {
        putValues(exchange, message, new Values(new String(streamKey), new String(entryId)));
    }

    static void put(
            Exchange exchange, Message message, List<String> streamKeys, List<? extends @Nullable String> entryIds) {
        putValues(exchange, message, new Values(new ArrayList<>(streamKeys), new ArrayList<>(entryIds)));
    }

    /** Tells which group member an entry was delivered to. */
    static void putMember(Exchange exchange, Message message, GroupMember member) {
        GroupMember own = new GroupMember(new String(member.group()), new String(member.consumer()));
        message.setHeader(GortStreamsConstants.GROUP, own.group());
        message.setHeader(GortStreamsConstants.CONSUMER_NAME, own.consumer());
        exchange.setProperty(MEMBER_PROPERTY, own);
    }

    private static void putValues(Exchange exchange, Message message, Values own) {
        message.setHeader(GortStreamsConstants.STREAM_KEY, own.streamKey);
        message.setHeader(GortStreamsConstants.ENTRY_ID, own.entryId);
        exchange.setProperty(PROPERTY, own);
    }

    /** The stream key that somebody else has put into the header; null if there is none. */
    static @Nullable String streamKeyInstruction(Exchange exchange) {
        return instruction(exchange, GortStreamsConstants.STREAM_KEY);
    }

    /** The entry id that somebody else has put into the header; null if there is none. */
    static @Nullable String entryIdInstruction(Exchange exchange) {
        return instruction(exchange, GortStreamsConstants.ENTRY_ID);
    }

    /** What somebody else has put into the header; null if there is nothing. */
    static @Nullable String instruction(Exchange exchange, String header) {
        Object value = exchange.getMessage().getHeader(header);
        return value == null || isOwn(exchange, value) ? null : value.toString();
    }

    @SuppressWarnings("ReferenceEquality") // meant: the very object that was put
    private static boolean isOwn(Exchange exchange, Object value) {
        Values own = exchange.getProperty(PROPERTY, Values.class);
        GroupMember member = exchange.getProperty(MEMBER_PROPERTY, GroupMember.class);
        return (own != null && (value == own.streamKey || value == own.entryId))
                || (member != null && (value == member.group() || value == member.consumer()));
    }
}
