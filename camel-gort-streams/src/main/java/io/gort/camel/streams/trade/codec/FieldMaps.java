package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.entry.StreamEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Any JSON object or Map as the fields of an entry. */
final class FieldMaps {

    private static final String WHAT = "body";

    private FieldMaps() {}

    static Map<String, String> ofJson(String json) {
        ObjectNode members = Json.parseObject(WHAT, json);
        Problems problems = new Problems();
        Map<String, String> fields = new LinkedHashMap<>();
        members.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (!value.isNull()) {
                fields.put(member.getKey(), text(new PlainTree(member.getKey(), problems).of(value)));
            }
        });
        return checked(fields, problems);
    }

    static Map<String, String> ofMap(Map<?, ?> map) {
        Problems problems = new Problems();
        List<String> texts = new ArrayList<>(2 * map.size());
        map.forEach((key, value) -> {
            if (!(key instanceof CharSequence name)) {
                problems.add("key", String.valueOf(key), "a text");
            } else if (value != null) {
                texts.add(name.toString());
                texts.add(text(name.toString(), value, problems));
            }
        });
        return checked(StreamEntry.fieldsOf(texts.toArray(String[]::new)), problems);
    }

    private static String text(String field, Object value, Problems problems) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return text(new PlainTree(field, problems).ofObject(value));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.write(value);
    }

    private static Map<String, String> checked(Map<String, String> fields, Problems problems) {
        if (fields.isEmpty() && problems.isEmpty()) {
            problems.add("fields", "none", "at least one field with a value");
        }
        problems.throwIfAny(WHAT);
        return fields;
    }
}
