package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Deribit {@code trades} with {@code liquidation}, which tells whether the taker (T), the maker (M) or both (MT) were
 * liquidated. The direction is the taker's: a taker who sells was long, and the maker who buys from him was short. Both
 * are two liquidations. Amounts are in the coin, those of inverse futures ({@code BTC-PERPETUAL}) in USD. Options and
 * spreads are left out: their prices are not those of the coin.
 */
public final class DeribitNormaliser implements Normaliser {

    private static final Map<String, Side> TAKERS = Map.of("sell", Side.LONG, "buy", Side.SHORT);
    private static final Map<String, String> LIQUIDATED = Map.of("T", "T", "M", "M", "MT", "MT");

    private final FeedSettings settings;

    public DeribitNormaliser(FeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<LiquidationEvent> normalise(JsonNode frame) {
        FrameReading reading = new FrameReading("deribit");
        if (!frame.isObject()) {
            reading.violates("", frame, "an object");
        } else if (frame.path("params").path("channel").asText().startsWith("trades.")) {
            reading.rows("params.data", frame.path("params").path("data"), this::events);
        } else if (frame.has("error")) {
            JsonNode error = frame.path("error");
            reading.refused(
                    error.path("code").asText() + " " + error.path("message").asText());
        }
        return reading.events();
    }

    private List<LiquidationEvent> events(Row trade) {
        String instrument = trade.text("instrument_name");
        boolean isFuture = instrument.split("-", -1).length == 2;
        if (!trade.has("liquidation") || !settings.wants(instrument) || !isFuture) {
            return List.of();
        }
        Side taker = trade.oneOf("direction", TAKERS);
        Side maker = taker == Side.LONG ? Side.SHORT : Side.LONG;
        return switch (trade.oneOf("liquidation", LIQUIDATED)) {
            case "T" -> List.of(event(instrument, taker, trade));
            case "M" -> List.of(event(instrument, maker, trade));
            default -> List.of(event(instrument, taker, trade), event(instrument, maker, trade));
        };
    }

    private LiquidationEvent event(String instrument, Side side, Row trade) {
        BigDecimal price = trade.aboveZero("price");
        BigDecimal told = trade.aboveZero("amount");
        Size size = instrument.contains("_") ? Size.ofCoins(told, price) : Size.ofUsd(told, price);
        return new LiquidationEvent(
                "deribit",
                settings.symbol(instrument, DeribitNormaliser::symbol),
                trade.time("timestamp"),
                side,
                price,
                size.quantity(),
                size.value(),
                OrderType.LIQUIDATION);
    }

    /**
     * {@code BTC-PERPETUAL} is {@code BTCUSD}, {@code ETH_USDC-PERPETUAL} is {@code ETHUSDC}; a dated future keeps its
     * date: {@code BTCUSD28MAR25}.
     */
    private static String symbol(String instrument) {
        int dash = instrument.indexOf('-');
        String pair = instrument.substring(0, dash);
        String term = instrument.substring(dash + 1);
        return (pair.contains("_") ? pair.replace("_", "") : pair + "USD") + (term.equals("PERPETUAL") ? "" : term);
    }
}
