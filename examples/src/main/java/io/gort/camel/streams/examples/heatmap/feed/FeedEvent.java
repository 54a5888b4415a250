package io.gort.camel.streams.examples.heatmap.feed;

import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.StreamName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A liquidation event before anyone has checked it: its stream is known, its fields may hold anything.
 *
 * @param stream the stream that it goes to
 * @param fields its fields in wire names, exchange and symbol not among them; unmodifiable
 */
public record FeedEvent(StreamName stream, Map<String, String> fields) {

    public FeedEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** @throws IllegalArgumentException if exchange or symbol cannot stand in a stream key */
    static FeedEvent of(String exchange, String symbol, Map<String, String> fields) {
        return new FeedEvent(new StreamName(DataType.LIQUIDATIONS, exchange, symbol), fields);
    }

    public String streamKey() {
        return stream.key();
    }

    /** What is handed to the publishing route: the fields, and the exchange and symbol that name the stream. */
    public Map<String, String> toBody() {
        Map<String, String> body = new LinkedHashMap<>(fields);
        body.put("exchange", String.valueOf(stream.exchange()));
        body.put("symbol", stream.symbol());
        return body;
    }
}
