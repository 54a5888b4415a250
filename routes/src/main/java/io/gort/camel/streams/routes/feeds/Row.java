package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.Decimals;
import io.gort.camel.streams.trade.Violation;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a frame that tells of one liquidation. What cannot be read becomes a violation and yields a stand-in, so
 * that all violations of a row come to light at once. Numbers may be given as text, as most exchanges do.
 */
final class Row {

    private static final String STAND_IN = "?";

    private final String path;
    private final JsonNode members;
    private final Set<Violation> violations = new LinkedHashSet<>();

    Row(String path, JsonNode members) {
        this.path = path;
        this.members = members;
    }

    boolean has(String name) {
        return members.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = members.path(name);
        return value.isTextual() && !value.textValue().isEmpty()
                ? value.textValue()
                : violates(name, "a text, not empty", STAND_IN);
    }

    BigDecimal number(String name) {
        return find(name).orElseGet(() -> violates(name, "a number", BigDecimal.ONE));
    }

    BigDecimal aboveZero(String name) {
        return find(name)
                .filter(number -> number.signum() > 0)
                .orElseGet(() -> violates(name, "a number above zero", BigDecimal.ONE));
    }

    /** A time in milliseconds since 1970; Bitfinex gives some with a fraction, which is dropped. */
    long time(String name) {
        return find(name)
                .filter(number -> number.signum() > 0 && number.precision() - number.scale() <= 18)
                .orElseGet(() -> violates(name, "a time in milliseconds since 1970", BigDecimal.ONE))
                .longValue();
    }

    /** One of a closed set of texts. */
    <E> E oneOf(String name, Map<String, E> choices) {
        E choice = choices.get(members.path(name).asText());
        return choice != null
                ? choice
                : violates(
                        name,
                        String.join(" or ", new TreeSet<>(choices.keySet())),
                        choices.values().iterator().next());
    }

    /** Tells that a member is not what it should be. */
    <T> T violates(String name, String expected, T standIn) {
        violations.add(
                new Violation(path.isEmpty() ? name : path + "." + name, describe(members.path(name)), expected));
        return standIn;
    }

    Set<Violation> violations() {
        return violations;
    }

    private Optional<BigDecimal> find(String name) {
        JsonNode value = members.path(name);
        if (value.isNumber()) {
            return Optional.of(value.decimalValue()).filter(Decimals::isInRange);
        }
        return value.isTextual() ? Decimals.find(value.textValue()) : Optional.empty();
    }

    static String describe(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        if (value.isContainerNode()) {
            return value.isArray() ? "a list" : "an object";
        }
        return value.isTextual() && value.textValue().isEmpty() ? "''" : value.asText();
    }
}
