package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of an exchange go: to a stream, or, where only a data type is given, to that stream of the type
 * which body or headers name.
 *
 * @param path           a stream or a data type
 * @param headerExchange completes a data type where the body does not; may be absent
 * @param headerSymbol   likewise
 */
record StreamTarget(
        ProducerPath path,
        @Nullable String headerExchange,
        @Nullable String headerSymbol) {

    private static final String EXCHANGE = "exchange";
    private static final String SYMBOL = "symbol";

    static StreamTarget of(ProducerPath path, Exchange exchange) {
        if (path.dataType() == null) {
            return new StreamTarget(path, null, null);
        }
        return new StreamTarget(
                path,
                exchange.getMessage().getHeader(GortStreamsConstants.EXCHANGE, String.class),
                exchange.getMessage().getHeader(GortStreamsConstants.SYMBOL, String.class));
    }

    /**
     * The stream for a record.
     *
     * @throws InvalidEntryException if the path is of another data type or symbol
     */
    String keyFor(TradeRecord trade) {
        if (path.dataType() != null) {
            requireType(trade, path.dataType());
            return trade.streamName().key();
        }
        StreamName name = path.name();
        if (name == null) {
            throw invalid("stream", path.text(), "a " + trade.dataType().prefix() + " stream for this body");
        }
        requireType(trade, name.type());
        if (!name.symbol().equals(trade.symbol())) {
            throw invalid(SYMBOL, trade.symbol(), name.symbol() + ", as on stream " + path.text());
        }
        return path.text();
    }

    /** The stream for an entry with these fields. */
    String keyFor(Map<String, String> fields) {
        DataType type = path.dataType();
        if (type == null) {
            return path.text();
        }
        String symbol = part(SYMBOL, fields, headerSymbol);
        String exchange = type.hasExchange() ? part(EXCHANGE, fields, headerExchange) : null;
        try {
            return new StreamName(type, exchange, symbol).key();
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException("entry", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The fields without exchange and symbol, where the stream key says the same: on typed streams they stand in the
     * key only. A heatmap carries its symbol.
     */
    Map<String, String> withoutKeyParts(String streamKey, Map<String, String> fields) {
        if (!fields.containsKey(EXCHANGE) && !fields.containsKey(SYMBOL)) {
            return fields;
        }
        Optional<StreamName> name = path.nameOf(streamKey);
        if (name.isEmpty() || !name.get().type().hasExchange()) {
            return fields;
        }
        Map<String, String> rest = new LinkedHashMap<>(fields);
        rest.remove(EXCHANGE, name.get().exchange());
        rest.remove(SYMBOL, name.get().symbol());
        return rest;
    }

    private String part(String what, Map<String, String> fields, @Nullable String header) {
        String value = fields.get(what);
        if (value == null || value.isBlank()) {
            value = header;
        }
        if (value == null || value.isBlank()) {
            throw invalid(what, "none", "in the body or the header, as the path is only " + path.text());
        }
        return value;
    }

    private static void requireType(TradeRecord trade, DataType type) {
        if (trade.dataType() != type) {
            throw invalid(
                    "body", trade.getClass().getSimpleName(), type.recordType().getSimpleName() + " for this stream");
        }
    }

    private static InvalidEntryException invalid(String what, String value, String expected) {
        return new InvalidEntryException("entry", List.of(what + ": " + value + " (expected: " + expected + ")"));
    }
}
