package io.gort.camel.streams.routes.feeds;

import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.List;

/**
 * Reads the frames of one exchange as they come, as text.
 *
 * @param exchange   where they come from
 * @param normaliser what they mean
 */
public record FrameReader(String exchange, Normaliser normaliser) {

    /**
     * The liquidations of a frame, as {@link Normaliser#normalise} tells them.
     *
     * @throws InvalidFrameException if it is not JSON, malformed, or refuses a subscription
     */
    public List<LiquidationEvent> read(String frame) {
        return normaliser.normalise(FrameJson.parse(exchange, frame));
    }
}
