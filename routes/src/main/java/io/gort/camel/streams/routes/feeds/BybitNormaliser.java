package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Bybit {@code allLiquidation}. The side is that of the position: {@code Buy} was a long, the opposite of Binance. The
 * price is the bankruptcy price. Sizes are in the coin, those of inverse contracts ({@code BTCUSD}) in USD.
 */
public final class BybitNormaliser implements Normaliser {

    private static final Map<String, Side> SIDES = Map.of("Buy", Side.LONG, "Sell", Side.SHORT);

    /** Perpetual, or dated by month and year, such as {@code BTCUSDH25}. */
    private static final Pattern INVERSE = Pattern.compile("[A-Z0-9]+USD(?:[FGHJKMNQUVXZ][0-9]{2})?");

    private final FeedSettings settings;

    public BybitNormaliser(FeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<LiquidationEvent> normalise(JsonNode frame) {
        FrameReading reading = new FrameReading("bybit");
        if (!frame.isObject()) {
            reading.violates("", frame, "an object");
        } else if (frame.path("topic").asText().startsWith("allLiquidation.")) {
            reading.rows("data", frame.path("data"), this::event);
        } else if (frame.path("success").isBoolean() && !frame.path("success").booleanValue()) {
            reading.refused(frame.path("ret_msg").asText());
        }
        return reading.events();
    }

    private List<LiquidationEvent> event(Row row) {
        String instrument = row.text("s");
        if (!settings.wants(instrument)) {
            return List.of();
        }
        BigDecimal price = row.aboveZero("p");
        BigDecimal told = row.aboveZero("v");
        Size size = INVERSE.matcher(instrument).matches() ? Size.ofUsd(told, price) : Size.ofCoins(told, price);
        return List.of(new LiquidationEvent(
                "bybit",
                settings.symbol(instrument, UnaryOperator.identity()),
                row.time("T"),
                row.oneOf("S", SIDES),
                price,
                size.quantity(),
                size.value(),
                OrderType.LIQUIDATION));
    }
}
