package io.gort.camel.streams.routes.feeds;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.List;

/** A frame of which not all could be read. What could is in {@link #events()}. */
public final class InvalidFrameException extends InvalidEntryException {

    private final transient List<LiquidationEvent> events;

    InvalidFrameException(String exchange, List<String> violations, List<LiquidationEvent> events) {
        super(exchange + " frame", violations);
        this.events = List.copyOf(events);
    }

    InvalidFrameException(String exchange, String violation, Throwable cause) {
        super(exchange + " frame", violation, cause);
        this.events = List.of();
    }

    /** The liquidations of the frame that could be read. */
    public List<LiquidationEvent> events() {
        return events;
    }
}
