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
 * @param path           a stream key or a data type
 * @param headerExchange completes a data type where the body does not; may be absent
 * @param headerSymbol   likewise
 */
record StreamTarget(
        String path,
        @Nullable String headerExchange,
        @Nullable String headerSymbol) {

    private static final String EXCHANGE = "exchange";
    private static final String SYMBOL = "symbol";

    /** @throws InvalidEntryException if the path, which may come from a header, is not one stream or data type */
    static StreamTarget of(String path, Exchange exchange) {
        try {
            return new StreamTarget(
                    StreamPath.parse(path).forProducer(),
                    exchange.getMessage().getHeader(GortStreamsConstants.EXCHANGE, String.class),
                    exchange.getMessage().getHeader(GortStreamsConstants.SYMBOL, String.class));
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException("stream", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The stream for a record.
     *
     * @throws InvalidEntryException if the path is of another data type or symbol
     */
    String keyFor(TradeRecord trade) {
        if (DataType.of(path).isPresent()) {
            requireType(trade, DataType.of(path).get());
            return trade.streamName().key();
        }
        StreamName name = StreamName.find(path)
                .orElseThrow(
                        () -> invalid("stream", path, "a " + trade.dataType().prefix() + " stream for this body"));
        requireType(trade, name.type());
        if (!name.symbol().equals(trade.symbol())) {
            throw invalid(SYMBOL, trade.symbol(), name.symbol() + ", as on stream " + path);
        }
        return path;
    }

    /** The stream for an entry with these fields. */
    String keyFor(Map<String, String> fields) {
        Optional<DataType> type = DataType.of(path);
        if (type.isEmpty()) {
            return path;
        }
        String symbol = part(SYMBOL, fields, headerSymbol);
        String exchange = type.get().hasExchange() ? part(EXCHANGE, fields, headerExchange) : null;
        try {
            return new StreamName(type.get(), exchange, symbol).key();
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
        Optional<StreamName> name = StreamName.find(streamKey);
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
            throw invalid(what, "none", "in the body or the header, as the path is only " + path);
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
