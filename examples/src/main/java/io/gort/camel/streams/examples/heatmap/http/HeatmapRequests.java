package io.gort.camel.streams.examples.heatmap.http;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.Violation;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The two ends of a request for a heatmap; between them the route asks the cache. */
public final class HeatmapRequests {

    static final String JSON = "application/json; charset=utf-8";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final String INTERVALS =
            Arrays.stream(Interval.values()).map(Interval::label).collect(Collectors.joining(", "));

    private final TradeCodec codec = new TradeCodec();

    /** Makes the question for the cache from the path of the request, and from nothing else of it. */
    public void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        String symbol = pathPart(message, "symbol");
        String interval = pathPart(message, "interval");
        if (Interval.find(interval).isEmpty()) {
            throw new RefusedRequestException(
                    BAD_REQUEST, "unknown interval: " + Violation.bounded(interval) + " (expected: " + INTERVALS + ")");
        }
        String streamKey = DataType.HEATMAP.prefix() + ":" + symbol;
        if (StreamName.find(streamKey).isEmpty()) {
            throw unknown(symbol, interval);
        }
        message.removeHeaders("*");
        message.setHeader(GortStreamsConstants.STREAM_KEY, streamKey);
        message.setHeader(GortStreamsConstants.INTERVAL, interval);
        exchange.setProperty("symbol", symbol);
        exchange.setProperty("interval", interval);
    }

    /** Makes the response from what the cache answered. */
    public void respond(Exchange exchange) {
        @Nullable HeatmapData heatmap = exchange.getMessage().getBody(HeatmapData.class);
        if (heatmap == null) {
            throw unknown(exchange.getProperty("symbol", String.class), exchange.getProperty("interval", String.class));
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, JSON);
        exchange.getMessage().setBody(codec.toJson(heatmap));
    }

    /** A query parameter of the same name makes a list of the header, in which the part of the path comes last. */
    private static String pathPart(Message message, String name) {
        Object value = message.getHeader(name);
        return String.valueOf(value instanceof List<?> values ? values.get(values.size() - 1) : value);
    }

    private static RefusedRequestException unknown(String symbol, String interval) {
        return new RefusedRequestException(
                NOT_FOUND, "no heatmap of symbol " + Violation.bounded(symbol) + " for interval " + interval);
    }
}
