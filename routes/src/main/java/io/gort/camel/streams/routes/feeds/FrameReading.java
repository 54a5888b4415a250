package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The reading of one frame: each of its rows by itself, so that a malformed one takes no other with it. */
final class FrameReading {

    private final String exchange;
    private final List<LiquidationEvent> events = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    FrameReading(String exchange) {
        this.exchange = exchange;
    }

    /** Reads a list of rows. */
    void rows(String path, JsonNode list, Function<Row, List<LiquidationEvent>> reader) {
        if (!list.isArray()) {
            violates(path, list, "a list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            row(path + "[" + i + "]", list.get(i), reader);
        }
    }

    /** Reads one row. */
    void row(String path, JsonNode members, Function<Row, List<LiquidationEvent>> reader) {
        if (!members.isObject()) {
            violates(path, members, "an object");
            return;
        }
        Row row = new Row(path, members);
        List<LiquidationEvent> read = eventsOf(row, reader);
        if (row.violations().isEmpty()) {
            events.addAll(read);
        } else {
            row.violations().forEach(violation -> violations.add(violation.toString()));
        }
    }

    private List<LiquidationEvent> eventsOf(Row row, Function<Row, List<LiquidationEvent>> reader) {
        try {
            List<LiquidationEvent> read = reader.apply(row);
            read.forEach(event -> row.violations().addAll(event.violations()));
            return read;
        } catch (IllegalArgumentException outOfRange) { // the record's own: price times quantity exceeds a double
            violations.add(String.valueOf(outOfRange.getMessage()));
            return List.of();
        }
    }

    /** Tells that a part of the frame is not what it should be. */
    void violates(String path, JsonNode value, String expected) {
        violations.add(new Violation(path.isEmpty() ? "frame" : path, Row.describe(value), expected).toString());
    }

    /** Tells that the exchange did not take the subscription: silence would look as if nobody were liquidated. */
    void refused(String reason) {
        violations.add(new Violation("subscription", reason, "taken by the exchange").toString());
    }

    /**
     * What was read.
     *
     * @throws InvalidFrameException if something could not be
     */
    List<LiquidationEvent> events() {
        if (!violations.isEmpty()) {
            throw new InvalidFrameException(exchange, violations, events);
        }
        return events;
    }
}
