package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Binance USDⓈ-M {@code forceOrder}: bare, in a List, or wrapped by a combined stream. The side is that of the forced
 * order, which is kept: {@code SELL} closes a long. An order of which nothing is filled liquidates nothing and is left
 * out. The value is what was filled, at its average price.
 */
public final class BinanceNormaliser implements Normaliser {

    private static final Map<String, Side> SIDES = Map.of("BUY", Side.BUY, "SELL", Side.SELL);

    private final FeedSettings settings;

    public BinanceNormaliser(FeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<LiquidationEvent> normalise(JsonNode frame) {
        FrameReading reading = new FrameReading("binance");
        read(reading, "", frame);
        return reading.events();
    }

    private void read(FrameReading reading, String path, JsonNode part) {
        if (part.isArray()) {
            for (int i = 0; i < part.size(); i++) {
                read(reading, path + "[" + i + "]", part.get(i));
            }
        } else if (!part.isObject()) {
            reading.violates(path, part, "an object or a list");
        } else if (part.has("stream")) {
            read(reading, "data", part.path("data"));
        } else if (part.path("e").asText().equals("forceOrder")) {
            orders(reading, path.isEmpty() ? "o" : path + ".o", part.path("o"));
        } else if (part.has("error") || part.has("code")) {
            JsonNode refusal = part.has("error") ? part.path("error") : part;
            reading.refused(
                    refusal.path("code").asText() + " " + refusal.path("msg").asText());
        }
    }

    private void orders(FrameReading reading, String path, JsonNode order) {
        if (order.isArray()) {
            reading.rows(path, order, this::event);
        } else {
            reading.row(path, order, this::event);
        }
    }

    private List<LiquidationEvent> event(Row order) {
        String instrument = order.text("s");
        BigDecimal filled = order.number("z");
        if (!settings.wants(instrument) || filled.signum() == 0) {
            return List.of();
        }
        BigDecimal average = order.aboveZero("ap");
        long time = order.time("T");
        return List.of(new LiquidationEvent(
                "binance",
                settings.symbol(instrument, UnaryOperator.identity()),
                time,
                order.oneOf("S", SIDES),
                order.aboveZero("p"),
                order.aboveZero("q"),
                average.multiply(filled),
                OrderType.LIQUIDATION,
                average,
                filled,
                order.text("X"),
                time));
    }
}
