package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.List;

/** Reads what the frames of one exchange tell of liquidations. Holds no state, so that any thread may call it. */
@FunctionalInterface
public interface Normaliser {

    /**
     * The liquidations of one frame, in its order. A frame that tells of none, such as a heartbeat, the answer to a
     * subscription or an ordinary trade, gives none.
     *
     * @param frame as {@link FrameJson#parse} reads it
     * @throws InvalidFrameException if the frame is malformed, or refuses a subscription; it names the exchange, each
     *                               field, and what was expected, and holds the liquidations that could be read
     */
    List<LiquidationEvent> normalise(JsonNode frame);
}
