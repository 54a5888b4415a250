package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Writes headers as fields: those that are named by option and that the filter lets out. A field of the body wins over a
 * header of the same name.
 */
record HeaderFields(List<String> names, HeaderFilterStrategy filter) {

    /** @throws InvalidEntryException if a header is no finite number, naming it */
    Map<String, String> addTo(Map<String, String> fields, Exchange exchange, TradeCodec codec) {
        if (names.isEmpty()) {
            return fields;
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (String name : names) {
            Object value = exchange.getMessage().getHeader(name);
            if (value != null && !filter.applyFilterToCamelHeaders(name, value, exchange)) {
                String text = value instanceof Number number
                        ? plain(name, number, codec)
                        : exchange.getMessage().getHeader(name, String.class);
                if (text != null) {
                    all.putIfAbsent(name, text);
                }
            }
        }
        return all;
    }

    /** Without an exponent, as the numbers of a body are written. */
    private static @Nullable String plain(String name, Number value, TradeCodec codec) {
        try {
            return codec.fieldsOfMap(Map.of(name, value)).get(name);
        } catch (InvalidEntryException e) {
            throw new InvalidEntryException("header", e.violations());
        }
    }
}
