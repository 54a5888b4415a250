package io.gort.camel.streams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Writes headers as fields: those that are named by option and that the filter lets out. A field of the body wins over a
 * header of the same name.
 */
record HeaderFields(List<String> names, HeaderFilterStrategy filter) {

    Map<String, String> addTo(Map<String, String> fields, Exchange exchange) {
        if (names.isEmpty()) {
            return fields;
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (String name : names) {
            Object value = exchange.getMessage().getHeader(name);
            if (value != null && !filter.applyFilterToCamelHeaders(name, value, exchange)) {
                all.putIfAbsent(name, exchange.getMessage().getHeader(name, String.class));
            }
        }
        return all;
    }
}
