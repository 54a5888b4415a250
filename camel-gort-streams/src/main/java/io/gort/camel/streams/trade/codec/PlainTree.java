package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gort.camel.streams.trade.Decimals;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One field's value as a JSON tree whose numbers are all finite and have one plain form. */
final class PlainTree {

    private static final int DEEPEST = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String field;
    private final Problems problems;

    /**
     * @param field    the field that problems name
     * @param problems where they go
     */
    PlainTree(String field, Problems problems) {
        this.field = field;
        this.problems = problems;
    }

    /** A parsed tree, whose depth the parser has limited. */
    JsonNode of(JsonNode value) {
        if (value.isNumber()) {
            return number(Optional.of(value.decimalValue()).filter(Decimals::isInRange), value::asText);
        }
        if (value instanceof ObjectNode members) {
            ObjectNode plain = NODES.objectNode();
            members.properties().forEach(member -> plain.set(member.getKey(), of(member.getValue())));
            return plain;
        }
        if (value instanceof ArrayNode elements) {
            ArrayNode plain = NODES.arrayNode(elements.size());
            elements.forEach(element -> plain.add(of(element)));
            return plain;
        }
        return value;
    }

    /** Any object: Maps, Iterables, arrays, numbers, truth values; of everything else its text. */
    JsonNode ofObject(Object value) {
        return ofObject(value, 0);
    }

    private JsonNode ofObject(@Nullable Object value, int depth) {
        if (value == null || problems.has(field)) { // after a problem the rest of a Map within itself is not walked
            return NullNode.getInstance();
        }
        if (depth > DEEPEST) {
            problems.add(field, "deeper nesting", "at most " + DEEPEST + " values inside each other");
            return NullNode.getInstance();
        }
        if (value instanceof Number number) {
            return number(Decimals.find(number.toString()), number::toString);
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        return value instanceof Map<?, ?> map ? members(map, depth) : elementsOrText(value, depth);
    }

    private JsonNode members(Map<?, ?> map, int depth) {
        ObjectNode plain = NODES.objectNode();
        map.forEach((key, value) -> plain.set(String.valueOf(key), ofObject(value, depth + 1)));
        return plain;
    }

    private JsonNode elementsOrText(Object value, int depth) {
        ArrayNode plain = NODES.arrayNode();
        if (value instanceof Iterable<?> elements) {
            elements.forEach(element -> plain.add(ofObject(element, depth + 1)));
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                plain.add(ofObject(Array.get(value, i), depth + 1));
            }
        } else {
            return TextNode.valueOf(String.valueOf(value));
        }
        return plain;
    }

    private JsonNode number(Optional<BigDecimal> number, Supplier<String> found) {
        if (number.isEmpty()) {
            problems.add(field, found.get(), "a number in the range of a double");
            return NullNode.getInstance();
        }
        return DecimalNode.valueOf(Decimals.normal(number.get()));
    }
}
