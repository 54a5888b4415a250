package io.gort.camel.streams.examples.heatmap.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.trade.Violation;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one line of an input: a JSON object in wire names. Only what keeps an event from being sent is an error here;
 * whether it is a valid liquidation is for the consuming side to tell.
 */
final class EventParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LARGEST_EXPONENT = 100;

    private final ObjectReader reader = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .readerFor(JsonNode.class);

    /** @throws MalformedLineException if the line is not a JSON object that names a stream and has something to send */
    FeedEvent parse(InputLine line) throws MalformedLineException {
        if (!line.complete()) {
            throw new MalformedLineException("longer than " + InputLines.LONGEST + " bytes");
        }
        JsonNode event = json(text(line));
        if (!event.isObject()) {
            throw new MalformedLineException("not a JSON object");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        event.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), fieldText(field.getValue()));
            }
        });
        String exchange = segment(event, "exchange");
        String symbol = segment(event, "symbol");
        fields.remove("exchange");
        fields.remove("symbol");
        requireMoreThanMarker(fields);
        try {
            FeedEvent parsed = FeedEvent.of(exchange, symbol, fields);
            StreamKeys.deadLetterFor(parsed.streamKey()); // without dead letters it would get stuck if it is invalid
            return parsed;
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(InputLine line) throws MalformedLineException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString();
            return line.number() == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedLineException("not UTF-8");
        }
    }

    private JsonNode json(String text) throws MalformedLineException {
        try {
            return reader.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedLineException("not JSON: " + Violation.bounded(withoutHints(e.getOriginalMessage())));
        } catch (ArithmeticException | NumberFormatException e) { // Jackson's, for exponents that no decimal has
            throw new MalformedLineException("not JSON: a number out of range");
        }
    }

    /** Jackson also tells of Java classes and of its own settings, which is nothing for the reader of a dead letter. */
    private static String withoutHints(String message) {
        String plain = message;
        for (String hint : List.of(" (start marker at ", ": enable `", ": not allowed when `", " for `ObjectNode`")) {
            int begin = plain.indexOf(hint);
            plain = begin < 0 ? plain : plain.substring(0, begin);
        }
        return plain;
    }

    private static String segment(JsonNode event, String name) throws MalformedLineException {
        JsonNode value = event.get(name);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            String given = value == null ? "none" : Violation.bounded(value.toString());
            throw new MalformedLineException(name + ": " + given + " (expected: a text that is not empty)");
        }
        return value.textValue();
    }

    /** An entry with nothing but {@code init} is a set-up marker: consumers pass over it, no liquidation is meant. */
    private static void requireMoreThanMarker(Map<String, String> fields) throws MalformedLineException {
        if (fields.isEmpty() || fields.keySet().equals(Set.of("init"))) {
            throw new MalformedLineException("nothing besides exchange, symbol and set-up marker");
        }
    }

    private static String fieldText(JsonNode value) {
        if (value.isBigDecimal()) {
            return plain(value.decimalValue());
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Without an exponent, as streams have it, unless that would be absurdly long: then no reader will accept it. */
    private static String plain(BigDecimal number) {
        long digitsBeforePoint = (long) number.precision() - number.scale();
        boolean isShort = Math.abs(digitsBeforePoint) <= LARGEST_EXPONENT && number.scale() <= 2 * LARGEST_EXPONENT;
        return isShort ? number.toPlainString() : number.toString();
    }
}
