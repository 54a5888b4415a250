package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, or the fields of an entry, read by name. What cannot be read becomes a problem and
 * yields a stand-in that breaks no rule, so that all problems of an entry come to light at once.
 *
 * <p>Numbers, lists and objects may also be given as text, as they stand in fields. Empty text is absent.
 */
final class Members {

    private static final String NUMBER = "a number";
    private static final String INTEGER = "an integer";

    private final Function<String, JsonNode> members;
    private final String path;
    private final Problems problems;

    Members(ObjectNode members, Problems problems) {
        this(members::path, "", problems);
    }

    /** @param members gives what stands under a name, a missing node for nothing */
    Members(Function<String, JsonNode> members, Problems problems) {
        this(members, "", problems);
    }

    private Members(Function<String, JsonNode> members, String path, Problems problems) {
        this.members = members;
        this.path = path;
        this.problems = problems;
    }

    boolean has(String name) {
        return !isAbsent(member(name));
    }

    /** The first of the names that is there, else the first name. */
    String firstOf(String name, String otherName) {
        return has(name) || !has(otherName) ? name : otherName;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            return problem(name, "a text, not empty", "unreadable");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode value = member(name);
        if (isAbsent(value)) {
            return null;
        }
        return value.isTextual() ? value.textValue() : problem(name, "a text, not empty", "unreadable");
    }

    BigDecimal number(String name) {
        return toNumber(member(name)).orElseGet(() -> problem(name, NUMBER, BigDecimal.ONE));
    }

    @Nullable
    BigDecimal optionalNumber(String name) {
        return has(name) ? number(name) : null;
    }

    long integer(String name) {
        Optional<BigDecimal> number = toNumber(member(name));
        OptionalLong integer = number.isPresent() ? Decimals.exactLong(number.get()) : OptionalLong.empty();
        return integer.isPresent() ? integer.getAsLong() : problem(name, INTEGER, 1L);
    }

    @Nullable
    Long optionalInteger(String name) {
        return has(name) ? (Long) integer(name) : null;
    }

    /** One of a closed set of names. */
    <E> E oneOf(String name, Function<String, Optional<E>> find, E standIn, String expected) {
        JsonNode value = member(name);
        Optional<E> found = value.isTextual() ? find.apply(value.textValue()) : Optional.empty();
        return found.orElseGet(() -> problem(name, expected, standIn));
    }

    /** An object, whose members are read under its name; of one that is not there all is said by one problem. */
    <T> T object(String name, Function<Members, T> reader) {
        if (nested(member(name)) instanceof ObjectNode object) {
            return reader.apply(new Members(object::path, path + name + ".", problems));
        }
        problem(name, "a JSON object", name);
        return reader.apply(new Members(Json.object()::path, path + name + ".", new Problems()));
    }

    /** As {@link #object}, or nothing where it is absent or JSON null. */
    <T> @Nullable T optionalObject(String name, Function<Members, T> reader) {
        return has(name) && !nested(member(name)).isNull() ? object(name, reader) : null;
    }

    /** A list of objects; JSON null is an empty one. */
    <T> List<T> list(String name, Function<Members, T> reader) {
        JsonNode value = member(name);
        JsonNode list = nested(value);
        if (list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            problem(name, "a JSON list", name);
            return List.of();
        }
        List<T> read = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            read.add(element(name + "[" + i + "]", list.get(i), reader));
        }
        return read;
    }

    <T> List<T> optionalList(String name, Function<Members, T> reader) {
        return has(name) ? list(name, reader) : List.of();
    }

    private <T> T element(String name, JsonNode value, Function<Members, T> reader) {
        if (value instanceof ObjectNode object) {
            return reader.apply(new Members(object::path, path + name + ".", problems));
        }
        problems.add(path + name, describe(value), "a JSON object");
        return reader.apply(new Members(Json.object()::path, path + name + ".", new Problems()));
    }

    private JsonNode member(String name) {
        return members.apply(name);
    }

    /** Missing, null or empty text. */
    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty());
    }

    private static Optional<BigDecimal> toNumber(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue()).filter(Decimals::isInRange).map(Decimals::normal);
        }
        return value.isTextual() ? Decimals.find(value.textValue()) : Optional.empty();
    }

    private static JsonNode nested(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return Json.parse(value.textValue());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private <T> T problem(String name, String expected, T standIn) {
        problems.add(path + name, describe(member(name)), expected);
        return standIn;
    }

    private static String describe(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        if (value.isTextual()) {
            return value.textValue().isEmpty() ? "''" : value.textValue();
        }
        if (value.isContainerNode()) {
            return value.isArray() ? "a list" : "an object";
        }
        return value.isNumber() ? value.decimalValue().toString() : value.asText();
    }
}
