package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kraken Futures {@code trade} of type liquidation. The side is the taker's, whose position is closed: {@code sell}
 * closes a long. The snapshot after a subscription repeats history and is left out. Quantities are in the coin, those
 * of inverse contracts ({@code PI_}, {@code FI_}) in USD.
 */
public final class KrakenNormaliser implements Normaliser {

    private static final Map<String, Side> SIDES = Map.of("sell", Side.LONG, "buy", Side.SHORT);
    private static final Set<String> REFUSALS = Set.of("error", "alert");

    private final FeedSettings settings;

    public KrakenNormaliser(FeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<LiquidationEvent> normalise(JsonNode frame) {
        FrameReading reading = new FrameReading("kraken");
        if (!frame.isObject()) {
            reading.violates("", frame, "an object");
        } else if (REFUSALS.contains(frame.path("event").asText())) {
            reading.refused(frame.path("message").asText());
        } else if (frame.path("feed").asText().equals("trade") && !frame.has("event")) {
            reading.row("", frame, this::events);
        }
        return reading.events();
    }

    private List<LiquidationEvent> events(Row trade) {
        String type = trade.text("type");
        String instrument = trade.text("product_id");
        if (!type.equals("liquidation") || !settings.wants(instrument)) {
            return List.of();
        }
        BigDecimal price = trade.aboveZero("price");
        BigDecimal told = trade.aboveZero("qty");
        Size size = isInverse(instrument) ? Size.ofUsd(told, price) : Size.ofCoins(told, price);
        return List.of(new LiquidationEvent(
                "kraken",
                settings.symbol(instrument, KrakenNormaliser::symbol),
                trade.time("time"),
                trade.oneOf("side", SIDES),
                price,
                size.quantity(),
                size.value(),
                OrderType.LIQUIDATION));
    }

    private static boolean isInverse(String instrument) {
        return instrument.startsWith("PI_") || instrument.startsWith("FI_");
    }

    /**
     * {@code PI_XBTUSD} is {@code BTCUSD}; a dated future keeps its date: {@code FI_XBTUSD_250328}, {@code
     * BTCUSD250328}.
     */
    private static String symbol(String instrument) {
        return instrument
                .substring(instrument.indexOf('_') + 1)
                .replaceFirst("^XBT", "BTC")
                .replace("_", "");
    }
}
