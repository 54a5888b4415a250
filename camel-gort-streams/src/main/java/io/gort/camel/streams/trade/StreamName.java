package io.gort.camel.streams.trade;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of one typed stream. Its key is {@code type:exchange:symbol}, for heatmaps {@code heatmap:symbol}. Exchange
 * and symbol are open sets, also of non-ASCII letters.
 *
 * @param type     what stands on the stream
 * @param exchange where the data comes from; null exactly for heatmaps
 * @param symbol   the instrument, such as {@code BTCUSDT}
 */
public record StreamName(DataType type, @Nullable String exchange, String symbol) {

    static final String SEGMENT_RULE = "not empty, without ':', '*', ',' and white space";

    /** @throws IllegalArgumentException if a segment is missing, empty or holds a character that keys cannot have */
    public StreamName {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(symbol, "symbol");
        if (type.hasExchange() && exchange == null) {
            throw new IllegalArgumentException("exchange: none (expected: " + type.keyForm() + ")");
        }
        if (exchange != null) {
            checkExchange(type, exchange);
        }
        checkSegment("symbol", symbol);
    }

    /**
     * Reads a key of a typed form.
     *
     * @throws IllegalArgumentException if the key is of another form; the message names the key and the expected form
     */
    public static StreamName parse(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("stream: '" + Violation.bounded(key) + "' (expected: "
                        + expectedForm(key) + ", each part " + SEGMENT_RULE + ")"));
    }

    /** The name behind a key, or nothing if the key is not exactly of a typed form. */
    public static Optional<StreamName> find(String key) {
        String[] segments = key.split(":", -1);
        return DataType.of(segments[0])
                .filter(type -> segments.length == (type.hasExchange() ? 3 : 2))
                .filter(type -> segmentsFit(segments))
                .map(type ->
                        new StreamName(type, type.hasExchange() ? segments[1] : null, segments[segments.length - 1]));
    }

    /** The stream key: {@code liquidations:binance:BTCUSDT}, {@code heatmap:BTCUSDT}. */
    public String key() {
        return exchange == null ? type.prefix() + ":" + symbol : type.prefix() + ":" + exchange + ":" + symbol;
    }

    @Override
    public String toString() {
        return key();
    }

    static boolean isSegment(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSegmentCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** A character; of white space none needs two of them. */
    private static boolean isSegmentCharacter(char c) {
        return c != ':' && c != '*' && c != ',' && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
    }

    private static boolean segmentsFit(String[] segments) {
        for (String segment : segments) {
            if (!isSegment(segment)) {
                return false;
            }
        }
        return true;
    }

    private static void checkExchange(DataType type, String exchange) {
        if (!type.hasExchange()) {
            throw new IllegalArgumentException(
                    "exchange: '" + Violation.bounded(exchange) + "' (expected: none, as in " + type.keyForm() + ")");
        }
        checkSegment("exchange", exchange);
    }

    private static void checkSegment(String name, String value) {
        if (!isSegment(value)) {
            throw new IllegalArgumentException(
                    name + ": '" + Violation.bounded(value) + "' (expected: " + SEGMENT_RULE + ")");
        }
    }

    private static String expectedForm(String key) {
        String prefix = key.split(":", 2)[0];
        return DataType.of(prefix)
                .map(DataType::keyForm)
                .orElse("type:{exchange}:{symbol} with type liquidations, market, positions or orderbook,"
                        + " or heatmap:{symbol}");
    }
}
