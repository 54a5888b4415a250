package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.Violation;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON text in and out, with exact numbers. The one place that configures Jackson. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The fields as members of an object, each a text. */
    static ObjectNode object(Map<String, String> fields) {
        ObjectNode members = object();
        fields.forEach(members::put);
        return members;
    }

    /** The fields as members of an object, each a text, without making the object: for those who read few of them once. */
    static Function<String, JsonNode> members(Map<String, String> fields) {
        return name -> {
            String text = fields.get(name);
            return text == null ? MissingNode.getInstance() : TextNode.valueOf(text);
        };
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonProcessingException if the text is not exactly one value, or exceeds what Jackson puts up with
     */
    static JsonNode parse(String text) throws JsonProcessingException {
        try {
            return MAPPER.readTree(text);
        } catch (ArithmeticException | NumberFormatException e) { // Jackson's, for exponents that no decimal has
            throw new JsonParseException(null, "number out of range", e);
        }
    }

    /** Reads a JSON object, or nothing if the text is not one. */
    static @Nullable ObjectNode findObject(String text) {
        try {
            return parse(text) instanceof ObjectNode members ? members : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /**
     * Reads a JSON object.
     *
     * @param what what the object should be, for the message
     * @throws InvalidEntryException if the text is not one JSON object
     */
    static ObjectNode parseObject(String what, String text) {
        try {
            JsonNode value = parse(text);
            if (value instanceof ObjectNode members) {
                return members;
            }
            String found = value.isMissingNode() ? "empty" : value.isValueNode() ? Violation.bounded(text) : "a list";
            throw problem(what, found);
        } catch (JsonProcessingException e) {
            String reason = Violation.bounded(e.getOriginalMessage());
            throw new InvalidEntryException(
                    what, "JSON: " + Violation.bounded(text) + " (expected: a JSON object; " + reason + ")", e);
        }
    }

    /** Compact JSON text. */
    static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }

    private static InvalidEntryException problem(String what, String found) {
        Problems problems = new Problems();
        problems.add("JSON", found, "a JSON object");
        return problems.exception(what);
    }
}
