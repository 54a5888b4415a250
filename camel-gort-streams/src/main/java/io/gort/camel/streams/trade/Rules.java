package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that records share; collects what is broken. */
final class Rules {

    private static final String ABOVE_ZERO = "above zero";

    private final List<Violation> broken = new ArrayList<>();

    /** The rules that every record keeps. */
    static Rules common(TradeRecord checked) {
        Rules rules = new Rules();
        if (checked.dataType().hasExchange()) {
            rules.segment("exchange", checked.exchange());
        }
        return rules.segment("symbol", checked.symbol()).aboveZero("timestamp", checked.timestamp());
    }

    private Rules segment(String field, @Nullable String value) {
        return value != null && StreamName.isSegment(value)
                ? this
                : breaks(field, "'" + value + "'", StreamName.SEGMENT_RULE);
    }

    private Rules aboveZero(String field, long value) {
        return value > 0 ? this : breaks(field, Long.toString(value), ABOVE_ZERO);
    }

    Rules aboveZero(String field, BigDecimal value) {
        return value.signum() > 0 ? this : breaks(field, Decimals.plain(value), ABOVE_ZERO);
    }

    Rules notNegative(String field, @Nullable BigDecimal value) {
        return value == null || value.signum() >= 0 ? this : breaks(field, Decimals.plain(value), "zero or above");
    }

    Rules notEmpty(String field, Collection<?> values, String expected) {
        return values.isEmpty() ? breaks(field, "none", expected) : this;
    }

    List<Violation> violations() {
        return List.copyOf(broken);
    }

    private Rules breaks(String field, String value, String expected) {
        broken.add(new Violation(field, value, expected));
        return this;
    }
}
