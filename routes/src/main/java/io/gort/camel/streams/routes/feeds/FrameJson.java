package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gort.camel.streams.trade.Violation;

/** Reads frames as JSON, with exact numbers. */
public final class FrameJson {

    /** The one frame of any exchange that is not JSON: OKX's answer to {@code ping}. */
    static final String PONG = "pong";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private FrameJson() {}

    /**
     * Reads one frame.
     *
     * @param exchange where it comes from, for the message
     * @throws InvalidFrameException if it is not JSON
     */
    public static JsonNode parse(String exchange, String frame) {
        if (frame.equals(PONG)) {
            return TextNode.valueOf(PONG);
        }
        try {
            return MAPPER.readTree(frame);
        } catch (JsonProcessingException e) {
            throw notJson(exchange, frame, Violation.bounded(e.getOriginalMessage()), e);
        } catch (ArithmeticException | NumberFormatException e) { // Jackson's, for exponents that no decimal has
            throw notJson(exchange, frame, "number out of range", e);
        }
    }

    private static InvalidFrameException notJson(String exchange, String frame, String reason, Exception cause) {
        return new InvalidFrameException(
                exchange, "JSON: " + Violation.bounded(frame) + " (expected: JSON; " + reason + ")", cause);
    }
}
