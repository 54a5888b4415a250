package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.List;

/** Reads frames of one exchange. */
record Reading(String exchange, Normaliser normaliser) {

    List<LiquidationEvent> of(String frame) {
        return normaliser.normalise(FrameJson.parse(exchange, frame));
    }

    InvalidFrameException failure(String frame) {
        return catchThrowableOfType(InvalidFrameException.class, () -> of(frame));
    }

    LiquidationEvent event(String symbol, long time, Side side, String price, String quantity, String value) {
        return new LiquidationEvent(
                exchange,
                symbol,
                time,
                side,
                new BigDecimal(price),
                new BigDecimal(quantity),
                new BigDecimal(value),
                OrderType.LIQUIDATION);
    }
}
